// What a user knows of documents that do not say it themselves: a CSV file with the columns file, symbol,
// title, date, language, body.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

class MetadataTable {
public:
    // Adds the rows of a table; later rows win. What cannot be used is named.
    std::vector<Diagnostic> add(std::string_view csv, std::string_view file);

    // Fills in what the document itself does not say; what its file name says counts less than the table.
    void complete(Document& document) const;

private:
    using Row = std::map<std::string, std::string, std::less<>>;
    const Row* row_of(std::string_view file) const;

    std::map<std::string, Row, std::less<>> rows_;
};

}  // namespace resograph
