// A file of many records, such as a catalogue of gigabytes, in parts that hold whole records.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "inputs/descriptor.hpp"
#include "inputs/inputs.hpp"

namespace resograph {

inline constexpr std::uint64_t default_part_size = std::uint64_t{1} << 20;

class PartReader {
public:
    // nullopt when the file is small, or of a format that is read as a whole.
    static std::optional<PartReader> open(const InputFile& file, std::uint64_t limit,
                                          std::uint64_t part_size = default_part_size);

    // The next part; nullopt at the end. A record above the limit ends the reading.
    std::optional<ReadInput> next();

private:
    PartReader(const InputFile& file, Descriptor descriptor, std::string_view record, std::uint64_t limit,
               std::uint64_t part_size)
        : file_(file),
          descriptor_(std::move(descriptor)),
          record_(record),
          limit_(limit),
          part_size_(part_size) {}

    bool fill(std::size_t size);
    std::size_t end_of_last_record() const;
    Input take(std::size_t size);

    InputFile file_;
    Descriptor descriptor_;
    std::string_view record_;
    std::uint64_t limit_;
    std::uint64_t part_size_;
    std::string rest_;  // read, but not yet part of a part
    std::uint32_t line_ = 1;
    bool ended_ = false;
};

}  // namespace resograph
