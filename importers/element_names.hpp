// What the elements of a format are to its importer: a table by name.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace resograph {

template <typename Element>
struct ElementName {
    std::string_view name;
    Element element;
};

// A table of names, sorted by name.
template <typename Element, std::size_t N>
using ElementNames = std::array<ElementName<Element>, N>;

// `otherwise` for a name that is not in the table.
template <typename Element, std::size_t N>
Element element_called(std::string_view name, const ElementNames<Element, N>& names, Element otherwise) {
    const auto found = std::lower_bound(
        names.begin(), names.end(), name,
        [](const ElementName<Element>& known, std::string_view n) { return known.name < n; });
    return found != names.end() && found->name == name ? found->element : otherwise;
}

}  // namespace resograph
