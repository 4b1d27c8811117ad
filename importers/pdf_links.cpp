#include "importers/pdf_links.hpp"

// qpdf's headers warn unless told that nothing here needs its old pointers.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <exception>
#include <utility>

namespace resograph {

namespace {

using Rectangle = QPDFObjectHandle::Rectangle;

// ISO 32000-1, 8.3.2.3 and 7.7.3.3: user space counts from the lower left, and the page is shown turned
// clockwise by /Rotate.
PdfLink place_on_page(const Rectangle& box, const Rectangle& page, int rotated) {
    const auto shown = [&](double x, double y) -> std::pair<double, double> {
        switch (rotated) {
            case 90:
                return {y - page.lly, x - page.llx};
            case 180:
                return {page.urx - x, y - page.lly};
            case 270:
                return {page.ury - y, page.urx - x};
            default:
                return {x - page.llx, page.ury - y};
        }
    };
    const auto [x1, y1] = shown(box.llx, box.lly);
    const auto [x2, y2] = shown(box.urx, box.ury);
    return {std::min(x1, x2), std::min(y1, y2), std::max(x1, x2), std::max(y1, y2), ""};
}

int rotation_of(QPDFPageObjectHelper& page) {
    auto rotate = page.getAttribute("/Rotate", false);
    const int degrees = rotate.isInteger() ? rotate.getIntValueAsInt() % 360 : 0;
    return degrees < 0 ? degrees + 360 : degrees;
}

std::vector<PdfLink> links_of(QPDFPageObjectHelper page) {
    std::vector<PdfLink> links;
    auto crop_box = page.getCropBox();
    if (!crop_box.isRectangle()) return links;
    const auto shown = crop_box.getArrayAsRectangle();
    const auto rotated = rotation_of(page);
    for (auto& annotation : page.getAnnotations("/Link")) {
        if (links.size() == most_links) break;
        auto action = annotation.getObjectHandle().getKeyIfDict("/A");
        auto uri = action.getKeyIfDict("/URI");
        auto box = annotation.getObjectHandle().getKeyIfDict("/Rect");
        if (!uri.isString() || !box.isRectangle()) continue;
        links.push_back(place_on_page(box.getArrayAsRectangle(), shown, rotated));
        links.back().href = uri.getUTF8Value();
    }
    return links;
}

}  // namespace

std::vector<std::vector<PdfLink>> links_of_pages(std::string_view pdf) {
    std::vector<std::vector<PdfLink>> links;
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.setAttemptRecovery(false);
        file.processMemoryFile("", pdf.data(), pdf.size());
        for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) links.push_back(links_of(page));
    } catch (const std::exception&) {
        links.clear();
    }
    return links;
}

}  // namespace resograph
