// MARCXML: the records of a library's catalogue, as the United Nations Digital Library has them. A record
// names a document and those that belong to it; it has no text. Each is parsed by itself, so that a broken
// one costs only itself and a file may come in parts.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "importers/importer.hpp"
#include "importers/structure.hpp"
#include "importers/text_encoding.hpp"
#include "importers/xml.hpp"

namespace resograph {

namespace {

constexpr std::string_view record_element = "record";

// The subfields with these codes, in their order, with a blank between.
std::string subfields(pugi::xml_node field, std::string_view codes) {
    std::string text;
    for (const auto subfield : field.children()) {
        const auto code = attribute_named(subfield, "code");
        if (code.size() != 1 || codes.find(code) == std::string_view::npos) continue;
        if (!text.empty()) text += ' ';
        text += subfield.text().get();
    }
    return text;
}

template <class Visit>
void for_each_field(pugi::xml_node record, std::string_view tag, Visit visit) {
    for (const auto field : record.children()) {
        if (attribute_named(field, "tag") == tag) visit(field);
    }
}

std::string first_field(pugi::xml_node record, std::string_view tag, std::string_view codes) {
    std::string text;
    for_each_field(record, tag, [&](pugi::xml_node field) {
        if (text.empty()) text = tag.starts_with("00") ? field.text().get() : subfields(field, codes);
    });
    return text;
}

// As printed, without blanks: also of bodies that own_symbol does not know ("CEDAW/C/1999/I/L.1").
std::string symbol_of(std::string_view printed) {
    if (auto symbol = own_symbol(printed); !symbol.empty()) return symbol;
    std::string symbol(printed);
    std::erase_if(symbol, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    return symbol.find('/') == std::string::npos ? "" : symbol;
}

// The rules of cataloguing put a sign before each part of a title that is still to come: "Title :", "Title
// /".
std::string title_of(pugi::xml_node record) {
    auto title = first_field(record, "245", "abnp");
    const auto end = title.find_last_not_of(" /:;,=\n\t\r");
    title.resize(end == std::string::npos ? 0 : end + 1);
    return title;
}

// "2023-11-08", also "2023" and "2023-11".
std::string date_of(pugi::xml_node record) {
    auto date = first_field(record, "269", "a");
    const bool is_iso = (date.size() == 4 || date.size() == 7 || date.size() == 10) &&
                        date.find_first_not_of("0123456789-") == std::string::npos;
    return is_iso ? date : "";
}

std::string language_of(pugi::xml_node record) {
    struct Language {
        std::string_view three, two;
    };
    static constexpr std::array<Language, 6> languages{
        {{"eng", "en"}, {"fre", "fr"}, {"spa", "es"}, {"rus", "ru"}, {"chi", "zh"}, {"ara", "ar"}}};
    const auto code = first_field(record, "041", "a");
    for (const auto& language : languages) {
        if (code.starts_with(language.three)) return std::string(language.two);
    }
    return "";
}

// 191: the symbol, and those under which the document was issued as well; 791: the resolution of a voting
// record; 993: related documents.
Metadata metadata_of(pugi::xml_node record) {
    Metadata metadata;
    const auto add = [&](pugi::xml_node field) {
        auto symbol = symbol_of(subfields(field, "a"));
        if (symbol.empty() || symbol == metadata.symbol) return;
        if (metadata.symbol.empty())
            metadata.symbol = std::move(symbol);
        else if (std::find(metadata.related.begin(), metadata.related.end(), symbol) ==
                 metadata.related.end())
            metadata.related.push_back(std::move(symbol));
    };
    for_each_field(record, "191", add);
    for_each_field(record, "791", add);
    if (!metadata.symbol.empty()) for_each_field(record, "993", add);
    metadata.title = title_of(record);
    metadata.date = date_of(record);
    metadata.language = language_of(record);
    return metadata;
}

class Reader {
public:
    Reader(std::string_view text, std::string_view file) : text_(text), file_(file) {}

    Imported read() {
        while (const auto tag = find_tag(text_, record_element, at_)) {
            if (tag->closes)
                end_record(*tag);
            else
                begin_record(*tag);
            at_ = tag->end;
        }
        if (begin_) report(*begin_, "the record has no end, expected </record>");
        if (without_symbol_ > 0) report_without_symbol();
        if (imported_.documents.empty() && imported_.diagnostics.empty())
            report(0, "no record in it, expected MARC records");
        return std::move(imported_);
    }

private:
    // A record in the middle of another: the end of that is lost, unless it is only a shell around this.
    void begin_record(const Tag& tag) {
        if (begin_ && text_.substr(*begin_, tag.begin - *begin_).find("datafield") != std::string_view::npos)
            report(*begin_, "the record has no end, expected </record> before the next");
        begin_ = tag.begin;
    }

    void end_record(const Tag& tag) {
        if (!begin_) return;  // of the shell
        read_record(text_.substr(*begin_, tag.end - *begin_), *begin_);
        begin_.reset();
    }

    void read_record(std::string_view record, std::size_t offset) {
        std::string copy;
        pugi::xml_document xml;
        if (auto problem = parse_xml(record, file_, "a MARC record", copy, xml)) {
            const auto place = position(offset);
            if (problem->where.line == 1) problem->where.column += place.column - 1;
            problem->where.line += place.line - 1;
            imported_.diagnostics.push_back(std::move(*problem));
            return;
        }
        Document document;
        document.file = file_;
        document.format = "marcxml";
        document.metadata = metadata_of(xml.document_element());
        if (!document.metadata.symbol.empty()) {
            imported_.documents.push_back(std::move(document));
        } else if (without_symbol_++ == 0) {
            first_without_symbol_ = offset;
            its_number_ = first_field(xml.document_element(), "001", "");
        }
    }

    void report_without_symbol() {
        const auto message =
            fmt::format("no symbol (field 191) in record {}{}, left out", its_number_,
                        without_symbol_ > 1 ? fmt::format(" and {} after it", without_symbol_ - 1) : "");
        imported_.diagnostics.push_back(
            {Severity::warning, std::string(file_), position_at(text_, first_without_symbol_), message});
    }

    void report(std::size_t offset, std::string message) {
        imported_.diagnostics.push_back(
            {Severity::error, std::string(file_), position(offset), std::move(message)});
    }

    // Asked for growing offsets, so that many bad records do not count the lines again and again.
    Position position(std::size_t offset) {
        line_ +=
            static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                                  text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
        counted_ = offset;
        const auto line_begin = text_.substr(0, offset).rfind('\n') + 1;
        return {line_, position_at(text_.substr(line_begin), offset - line_begin).column};
    }

    std::string_view text_;
    std::string_view file_;
    Imported imported_;
    std::size_t at_ = 0;
    std::optional<std::size_t> begin_;  // of the record that is open
    std::size_t without_symbol_ = 0;
    std::size_t first_without_symbol_ = 0;
    std::string its_number_;
    std::size_t counted_ = 0;
    std::uint32_t line_ = 1;  // of the offset `counted_`
};

bool recognises_marcxml(std::string_view bytes) {
    constexpr std::size_t head = 4096;
    const auto decoded = decode_text(bytes.substr(0, head), "");
    return !root_element(decoded.view).empty() &&
           (decoded.view.find("http://www.loc.gov/MARC21/slim") != std::string_view::npos ||
            find_tag(decoded.view, "datafield", 0));
}

Imported import_marcxml(std::string_view bytes, std::string_view file, const ImportLimits&) {
    auto decoded = decode_text(bytes, file);
    auto imported = Reader(decoded.view, file).read();
    imported.diagnostics.insert(imported.diagnostics.begin(), decoded.diagnostics.begin(),
                                decoded.diagnostics.end());
    return imported;
}

}  // namespace

extern constinit const Importer marcxml{"marcxml",       "MARCXML, catalogue records",
                                        ".xml .marcxml", recognises_marcxml,
                                        import_marcxml,  record_element};

}  // namespace resograph
