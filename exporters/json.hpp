// What the dialects of JSON have in common.
#pragma once

#include "exporters/escape.hpp"
#include "exporters/rows.hpp"

namespace resograph {

inline void put_json_string(Output& out, std::string_view text) {
    out.put('"');
    put_json(out, text);
    out.put('"');
}

struct PutJsonValue {
    Output& out;
    void operator()(std::monostate) const {}
    void operator()(std::string_view text) const { put_json_string(out, text); }
    void operator()(std::int64_t number) const { out.integer(number); }
    void operator()(double number) const { out.real(number); }
};

// `"label": "CRC", "year": 1989`: what is known of a row.
template <class Row>
void put_json_members(Output& out, std::span<const Field<Row>> fields, const Row& row) {
    std::string_view separator;
    for (const auto& field : fields) {
        const auto value = field.of(row);
        if (!is_known(value)) continue;
        out.put(separator);
        out.put('"');
        out.put(field.name);
        out.put("\": ");
        std::visit(PutJsonValue{out}, value);
        separator = ", ";
    }
}

// What stands round nodes and edges in a dialect. The `open` of an edge is followed by its number, then
// come source, target and attributes.
struct JsonDialect {
    std::string_view head;                                    // up to the first node
    std::string_view node_open, node_attributes, node_close;  // open ID attributes … close
    std::string_view between;                                 // the last node and the first edge
    std::string_view edge_open, edge_attributes, edge_close;
    std::string_view tail;
};

void write_json(const CitationGraph& graph, bool merge, const JsonDialect& dialect, Output& out);

}  // namespace resograph
