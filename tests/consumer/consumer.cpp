// The whole way in a dozen lines: from the text of a resolution to its graph as GraphML.
#include <iostream>
#include <iterator>
#include <string>

#include "citations/extract.hpp"
#include "exporters/exporter.hpp"
#include "graph/assemble.hpp"
#include "importers/importer.hpp"

int main() {
    using namespace resograph;
    const std::string bytes{std::istreambuf_iterator<char>(std::cin), {}};
    const auto* importer = recognise(bytes);
    if (!importer) return 1;

    const Registry registry;
    const Extractor extractor(registry);
    GraphBuilder builder;
    for (const auto& document : importer->import(bytes, "standard input").documents) {
        connect(builder, {document.file, document.format, document.metadata, extractor.extract(document)},
                registry);
    }
    add_structure(builder, registry);
    const auto graph = std::move(builder).build();
    find_exporter("graphml")->write(graph, {}, std::cout);
}
