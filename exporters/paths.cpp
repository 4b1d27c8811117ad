#include "exporters/paths.hpp"

#include <algorithm>
#include <cmath>

namespace resograph {

namespace {

constexpr double arrow_length = 7;

Point towards(Point from, Point to, double distance) {
    const double dx = to.x - from.x, dy = to.y - from.y, length = std::hypot(dx, dy);
    const double part = length == 0 ? 0 : std::min(distance / length, 0.5);
    return {from.x + dx * part, from.y + dy * part};
}

class Path {
public:
    // `end` is "e" or "s": where the arrow is.
    Path(const char* end, Point tip, Point start)
        : text_(end + ("," + coordinates(tip)) + " " + coordinates(start)), at_(start) {}

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
    std::string str() && { return std::move(text_); }

private:
    std::string text_;
    Point at_;
};

}  // namespace

std::string straight_path(Point from, Point to) {
    return coordinates(from) + " " + coordinates(from) + " " + coordinates(to) + " " + coordinates(to);
}

std::string rounded_path(const std::vector<Point>& corners) {
    constexpr double radius = 7;
    const auto tip = corners.back();
    Path path("e", tip, corners.front());
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        path.straight(towards(corners[i], corners[i - 1], radius));
        path.curve(corners[i], corners[i], towards(corners[i], corners[i + 1], radius));
    }
    path.straight(towards(tip, corners[corners.size() - 2], arrow_length));
    return std::move(path).str();
}

std::string level_path(Point from, Point enter, Point leave, Point to) {
    Path path("e", to, from);
    path.swing(enter);
    path.straight(leave);
    path.swing({to.x - arrow_length, to.y});
    return std::move(path).str();
}

std::string level_path_backwards(Point from, Point enter, Point leave, Point to) {
    Path path("s", from, {from.x + arrow_length, from.y});
    path.swing(enter);
    path.straight(leave);
    path.swing(to);
    return std::move(path).str();
}

std::string curved_path(Point from, Point to) {
    Path path("e", to, from);
    path.swing({to.x - arrow_length, to.y});
    return std::move(path).str();
}

std::string curved_path_backwards(Point from, Point to) {
    Path path("s", from, {from.x + arrow_length, from.y});
    path.swing(to);
    return std::move(path).str();
}

}  // namespace resograph
