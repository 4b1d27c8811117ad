// The link annotations of a PDF, which Poppler's C++ interface does not give: qpdf reads them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resograph {

// A rectangle of a page that leads to an address. In points from the upper left corner of the page as it is
// shown, as Poppler says where words stand.
struct PdfLink {
    double left = 0, top = 0, right = 0, bottom = 0;
    std::string href;

    bool holds(double x, double y) const { return x >= left && x <= right && y >= top && y <= bottom; }
};

// No page of a document has more; the rest of them would only cost time.
inline constexpr std::size_t most_links = 1'000;

// The links of each page, at most `most_links`; nothing if the file is damaged.
std::vector<std::vector<PdfLink>> links_of_pages(std::string_view pdf);

}  // namespace resograph
