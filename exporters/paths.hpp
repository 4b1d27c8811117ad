// Lines as Graphviz's "pos": cubic curves with an arrow at the end.
#pragma once

#include <string>
#include <vector>

#include "exporters/plate.hpp"

namespace resograph {

// Without an arrow.
std::string straight_path(Point from, Point to);

// A straight line through corners, which are rounded.
std::string rounded_path(const std::vector<Point>& corners);

// Leaves a card to the right, runs level from `enter` to `leave`, and comes to a card from the left. The
// arrow is at that end, or where the path starts.
std::string level_path(Point from, Point enter, Point leave, Point to);
std::string level_path_backwards(Point from, Point enter, Point leave, Point to);

// The same without a level stretch.
std::string curved_path(Point from, Point to);
std::string curved_path_backwards(Point from, Point to);

}  // namespace resograph
