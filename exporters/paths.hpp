// Lines as Graphviz's "pos": cubic curves with an arrow at the end.
#pragma once

#include <string>
#include <vector>

#include "exporters/plate.hpp"

namespace resograph {

// Without an arrow.
std::string straight_path(Point from, Point to);

struct Arrow {
    bool at_start = false;
    double length = 0;
};

// A straight line through corners, which are rounded. The arrow is at its end.
std::string rounded_path(const std::vector<Point>& corners, double arrow_length);

// Leaves a card to the right, runs level from `enter` to `leave`, and comes to a card from the left.
std::string level_path(Point from, Point enter, Point leave, Point to, Arrow arrow);

// Leaves a card to the right and comes to one from the left, level for so long beside each of them.
std::string curved_path(Point from, double beside_from, double beside_to, Point to, Arrow arrow);

}  // namespace resograph
