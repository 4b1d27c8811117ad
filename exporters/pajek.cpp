// Pajek. A vertex is named by its id, since readers want the names to be unique. One list of arcs with a
// label each: networkx does not read a list for each relation.
#include "exporters/escape.hpp"
#include "exporters/exporter.hpp"
#include "exporters/rows.hpp"

namespace resograph {

namespace {

void write(const CitationGraph& graph, const ExportOptions& options, std::ostream& stream) {
    Output out(stream);
    const auto ids = node_ids(graph, pajek_text);
    out.put("*Vertices ");
    out.integer(static_cast<long long>(ids.size()));
    out.put('\n');
    for (NodeIndex index = 0; index < ids.size(); ++index) {
        out.integer(index + 1LL);
        out.put(" \"");
        put_pajek(out, ids[index]);
        out.put("\"\n");
    }
    out.put("*Arcs\n");
    for_each_edge(graph, folding(options.merge), [&](const EdgeRow& edge) {
        out.integer(edge.source + 1LL);
        out.put(' ');
        out.integer(edge.target + 1LL);
        out.put(' ');
        out.real(edge.weight);
        out.put(" l \"");
        out.put(to_string(edge.relation));
        out.put("\"\n");
    });
    out.flush();
}

}  // namespace

extern constinit const Exporter pajek;
constinit const Exporter pajek{"pajek", "Pajek network", ".net", write};

}  // namespace resograph
