#include "exporters/paths.hpp"

#include <algorithm>
#include <cmath>

namespace resograph {

namespace {

Point towards(Point from, Point to, double distance) {
    const double dx = to.x - from.x, dy = to.y - from.y, length = std::hypot(dx, dy);
    const double part = length == 0 ? 0 : std::min(distance / length, 0.5);
    return {from.x + dx * part, from.y + dy * part};
}

class Path {
public:
    // The line itself does not reach under the arrow.
    Path(Point from, Point to, Arrow arrow)
        : at_(arrow.at_start ? Point{from.x + arrow.length, from.y} : from),
          end_(arrow.at_start ? to : Point{to.x - arrow.length, to.y}),
          text_((arrow.at_start ? "s," + coordinates(from) : "e," + coordinates(to)) + " " +
                coordinates(at_)) {}

    void curve(Point first_control, Point second_control, Point to) {
        for (const auto point : {first_control, second_control, to}) text_ += " " + coordinates(point);
        at_ = to;
    }
    void straight(Point to) { curve(at_, to, to); }
    // Level at both ends.
    void swing(Point to) {
        const double half = (to.x - at_.x) / 2;
        curve({at_.x + half, at_.y}, {to.x - half, to.y}, to);
    }
    Point end() const { return end_; }
    std::string str() && { return std::move(text_); }

private:
    Point at_, end_;
    std::string text_;
};

}  // namespace

std::string straight_path(Point from, Point to) {
    return coordinates(from) + " " + coordinates(from) + " " + coordinates(to) + " " + coordinates(to);
}

std::string rounded_path(const std::vector<Point>& corners, double arrow_length) {
    constexpr double radius = 7;
    const auto tip = corners.back();
    Path path(corners.front(), tip, {false, 0});
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        path.straight(towards(corners[i], corners[i - 1], radius));
        path.curve(corners[i], corners[i], towards(corners[i], corners[i + 1], radius));
    }
    path.straight(towards(tip, corners[corners.size() - 2], arrow_length));
    return std::move(path).str();
}

std::string level_path(Point from, Point enter, Point leave, Point to, Arrow arrow) {
    Path path(from, to, arrow);
    path.swing(enter);
    path.straight(leave);
    path.swing(path.end());
    return std::move(path).str();
}

std::string curved_path(Point from, double beside_from, double beside_to, Point to, Arrow arrow) {
    Path path(from, to, arrow);
    if (beside_from > 0) path.straight({from.x + beside_from, from.y});
    path.swing({path.end().x - beside_to, to.y});
    if (beside_to > 0) path.straight(path.end());
    return std::move(path).str();
}

}  // namespace resograph
