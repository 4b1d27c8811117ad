#include "inputs/parts.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fmt/core.h>

#include "importers/importer.hpp"
#include "importers/xml.hpp"

namespace resograph {

std::optional<PartReader> PartReader::open(const InputFile& file, std::uint64_t limit,
                                           std::uint64_t part_size) {
    if (file.size <= part_size) return std::nullopt;
    constexpr std::size_t head_size = 1 << 14;
    auto descriptor = open_to_read(file.name);
    std::string head(head_size, '\0');
    const auto count = descriptor.number < 0 ? -1 : pread(descriptor.number, head.data(), head.size(), 0);
    if (count <= 0) return std::nullopt;
    head.resize(static_cast<std::size_t>(count));
    const auto* importer = recognise(head);
    if (!importer || importer->record.empty()) return std::nullopt;
    return PartReader(file, std::move(descriptor), importer->record, limit, part_size);
}

std::optional<ReadInput> PartReader::next() {
    const auto problem = [&](std::string message) {
        ended_ = true;
        return ReadInput{std::nullopt,
                         Diagnostic{Severity::error, file_.name, {line_, 1}, std::move(message)}};
    };
    for (auto size = part_size_; !ended_; size *= 2) {
        if (!fill(size))
            return problem(fmt::format("cannot be read: {}", std::generic_category().message(errno)));
        if (rest_.size() < size) break;
        if (const auto end = end_of_last_record(); end > 0) return ReadInput{take(end), std::nullopt};
        if (size > limit_)
            return problem(
                fmt::format("a record is larger than {} MiB, the rest is left out (--max-size raises "
                            "the limit)",
                            limit_ >> 20));
    }
    if (ended_) return std::nullopt;
    ended_ = true;
    if (!find_tag(rest_, record_, 0)) return std::nullopt;  // only the end of the collection
    return ReadInput{take(rest_.size()), std::nullopt};
}

// Reads until there are `size` bytes, or the file ends. False when it cannot be read.
bool PartReader::fill(std::size_t size) {
    auto used = rest_.size();
    rest_.resize(std::max<std::size_t>(used, size));
    while (used < rest_.size()) {
        const auto count = read(descriptor_.number, rest_.data() + used, rest_.size() - used);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        if (count == 0) break;
        used += static_cast<std::size_t>(count);
    }
    rest_.resize(used);
    return true;
}

std::size_t PartReader::end_of_last_record() const {
    std::size_t end = 0;
    for (auto tag = find_tag(rest_, record_, 0); tag; tag = find_tag(rest_, record_, tag->end)) {
        if (tag->closes) end = tag->end;
    }
    return end;
}

Input PartReader::take(std::size_t size) {
    Input part{file_.name, rest_.substr(0, size), line_};
    rest_.erase(0, size);
    line_ += static_cast<std::uint32_t>(std::count(part.bytes.begin(), part.bytes.end(), '\n'));
    return part;
}

}  // namespace resograph
