// Akoma Ntoso that resograph wrote itself (markup/) says of each paragraph what was found out when the source
// was read, in attributes of a namespace of its own. So nothing has to be found out again, and a text that
// was read once gives the same citations for ever.
#pragma once

#include <string_view>

namespace resograph::known_structure {

inline constexpr std::string_view declaration = "xmlns:rg";  // at the root
inline constexpr std::string_view namespace_name = "urn:x-resograph:structure";

// Of a paragraph.
inline constexpr const char* role = "rg:role";
inline constexpr const char* location = "rg:location";  // left out when empty
inline constexpr const char* speaker = "rg:speaker";    // left out when it is that of the paragraph before

// Of an authorialNote that no mark calls: "no".
inline constexpr const char* called = "rg:called";

// The eId of a note ends in its place among all notes.
inline constexpr std::string_view note_id = "authorialNote_";

}  // namespace resograph::known_structure
