// Any bytes as an archive: the members come to an end.
#include <cstdint>
#include <cstdlib>

#include "inputs/archives.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace resograph;
    const Input input{"fuzz", {reinterpret_cast<const char*>(data), size}};
    auto reader = ArchiveReader::open(input, {std::uint64_t{1} << 20, 1000});
    if (!reader) return 0;
    while (const auto member = reader->next()) {
        if (!member->read.input && !member->read.diagnostic) std::abort();
    }
    return 0;
}
