// PDFs as small as they can be, so that a test says all that is in its file.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

namespace resograph::test {

// A line of Helvetica; "Child^1^ and" raises the 1. Points, from the left and from the top.
struct PdfLine {
    double left = 0, top = 0;
    std::string text;
    double size = 10;
};

using PdfPage = std::vector<PdfLine>;

inline std::string operators_of(const PdfLine& line, bool turned) {
    constexpr double page_width = 612, page_height = 792;
    std::string operators =
        turned ? fmt::format("BT 0 -1 1 0 {} {} Tm", page_width - line.top, page_height - line.left)
               : fmt::format("BT {} {} Td", line.left, page_height - line.top);
    bool raised = false;
    for (std::size_t at = 0; at <= line.text.size();) {
        const auto end = std::min(line.text.find('^', at), line.text.size());
        operators += fmt::format(" /F {} Tf {} Ts ({}) Tj", raised ? 0.6 * line.size : line.size,
                                 raised ? 0.35 * line.size : 0, line.text.substr(at, end - at));
        raised = !raised;
        at = end + 1;
    }
    return operators + " ET\n";
}

// `turned`: the text of the pages runs down the page. `entries`: more of the dictionary of each page.
inline std::string small_pdf(const std::vector<PdfPage>& pages, bool turned = false,
                             const std::string& entries = "") {
    std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R >>", "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    std::string kids;
    for (const auto& page : pages) {
        std::string content;
        for (const auto& line : page) content += operators_of(line, turned);
        kids += fmt::format("{} 0 R ", objects.size() + 1);
        objects.push_back(
            fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R "
                        "/Resources << /Font << /F 3 0 R >> >> {} >>",
                        objects.size() + 2, entries));
        objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content));
    }
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
    std::string pdf = "%PDF-1.4\n";
    std::string places;
    for (std::size_t n = 0; n < objects.size(); ++n) {
        places += fmt::format("{:010} 00000 n \n", pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", n + 1, objects[n]);
    }
    return pdf + fmt::format(
                     "xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<< /Size {0} /Root 1 0 R "
                     ">>\nstartxref\n{2}\n%%EOF\n",
                     objects.size() + 1, places, pdf.size());
}

}  // namespace resograph::test
