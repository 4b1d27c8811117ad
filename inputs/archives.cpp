#include "inputs/archives.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "importers/archive.hpp"
#include "inputs/descriptor.hpp"

namespace resograph {

namespace {

constexpr std::size_t head_size = 512;

bool is_zip(std::string_view head) {
    return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

bool is_tar(std::string_view head) { return head.size() >= 262 && head.substr(257, 5) == "ustar"; }

bool is_compressed(std::string_view head) {
    static constexpr std::array<std::string_view, 4> magic{"\x1F\x8B", "\x28\xB5\x2F\xFD", "BZh",
                                                           "\xFD"
                                                           "7zXZ"};
    return std::any_of(magic.begin(), magic.end(), [&](std::string_view m) { return head.starts_with(m); });
}

bool may_be_archive(std::string_view head) { return is_zip(head) || is_tar(head) || is_compressed(head); }

// A compressed file that holds no archive is one document: "records.xml.gz".
Archive new_reader(std::string_view head) {
    Archive opened(archive_read_new());
    archive_read_support_filter_gzip(opened.get());
    archive_read_support_filter_zstd(opened.get());
    archive_read_support_filter_bzip2(opened.get());
    archive_read_support_filter_xz(opened.get());
    archive_read_support_format_tar(opened.get());
    archive_read_support_format_zip(opened.get());
    if (is_compressed(head)) archive_read_support_format_raw(opened.get());
    return opened;
}

// Word files and their like name the kinds of their parts, OpenDocument and EPUB files begin with their kind.
bool holds_one_document(archive* opened) {
    archive_entry* entry = nullptr;
    bool first = true;
    while (archive_read_next_header(opened, &entry) >= ARCHIVE_WARN) {
        const auto name = entry_name(entry);
        if (name == "[Content_Types].xml" || name == "word/document.xml" || (first && name == "mimetype"))
            return true;
        first = false;
    }
    return false;
}

std::string_view last_part(std::string_view name) { return name.substr(name.rfind('/') + 1); }

// "records.xml.gz" -> "records.xml".
std::string without_last_suffix(std::string_view name) {
    const auto base = last_part(name);
    return std::string(base.substr(0, std::max<std::size_t>(base.rfind('.'), 1)));
}

// Hidden files, and what macOS adds to every zip.
bool is_left_out(std::string_view name) {
    return name.starts_with('.') || name.find("/.") != std::string_view::npos ||
           name.starts_with("__MACOSX/");
}

std::string_view kind_of(const archive_entry* entry) {
    return archive_entry_filetype(const_cast<archive_entry*>(entry)) == AE_IFLNK ? "a link"
                                                                                 : "no regular file";
}

}  // namespace

struct ArchiveReader::State {
    InputFile file;
    ArchiveLimits limits;
    Descriptor descriptor{-1};
    Archive opened;
    std::uint64_t entries = 0;
    std::uint64_t unpacked = 0;
    bool ended = false;

    Member problem(const std::string& name, std::string message, Severity severity = Severity::error) const {
        return {{name, 0, file.modified_ns},
                {std::nullopt, Diagnostic{severity, name, {}, std::move(message)}}};
    }

    // Zip bombs stay small, or nest; 200 is far more than text packs.
    std::uint64_t most_unpacked() const {
        constexpr std::uint64_t factor = 200;
        return std::max(limits.member_size, factor * file.size);
    }

    std::string member_name(archive_entry* entry) const {
        auto name = entry_name(entry);
        while (name.starts_with("./")) name.erase(0, 2);
        const auto format = archive_format(opened.get());
        if (format == ARCHIVE_FORMAT_RAW) name = without_last_suffix(file.name);
        if (name.empty()) name = fmt::format("entry {}", entries);
        return name;
    }

    std::optional<Member> read_entry(archive_entry* entry) {
        const auto member = member_name(entry);
        const auto name = file.name + '/' + member;
        const auto kind = archive_entry_filetype(entry);
        const bool is_raw = archive_format(opened.get()) == ARCHIVE_FORMAT_RAW;
        if (kind == AE_IFDIR || is_left_out(member)) return std::nullopt;
        if ((kind != AE_IFREG && !is_raw) || archive_entry_hardlink(entry))
            return problem(name, fmt::format("left out: it is {}", kind_of(entry)), Severity::warning);
        auto read = unpack(opened.get(), entry, std::min(limits.member_size, most_unpacked() - unpacked));
        if (read.too_large) return too_large(name);
        if (!read.problem.empty()) return problem(name, read.problem);
        unpacked += read.bytes.size();
        if (may_be_archive(read.bytes) && is_archive_within(read.bytes))
            return problem(name, "is an archive within an archive, expected documents; unpack the outer one");
        return Member{{name, read.bytes.size(), file.modified_ns},
                      {Input{name, std::move(read.bytes)}, std::nullopt}};
    }

    Member too_large(const std::string& name) {
        if (most_unpacked() - unpacked >= limits.member_size) {
            return problem(name, fmt::format("is larger than {} MiB (--max-size raises the limit)",
                                             limits.member_size >> 20));
        }
        ended = true;
        return problem(
            file.name,
            fmt::format("unpacks to more than 200 times its size and more than {} MiB, the rest is left "
                        "out (--max-size raises the limit)",
                        limits.member_size >> 20));
    }

    static bool is_archive_within(std::string_view bytes) {
        if (!is_zip(bytes)) return true;
        const auto inner = new_reader(bytes);
        if (archive_read_open_memory(inner.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return true;
        return !holds_one_document(inner.get());
    }
};

ArchiveReader::ArchiveReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ArchiveReader::ArchiveReader(ArchiveReader&&) noexcept = default;
ArchiveReader& ArchiveReader::operator=(ArchiveReader&&) noexcept = default;
ArchiveReader::~ArchiveReader() = default;

std::optional<ArchiveReader> ArchiveReader::open(const InputFile& file, const ArchiveLimits& limits) {
    constexpr std::size_t block = 1 << 16;
    auto descriptor = open_to_read(file.name);
    std::array<char, head_size> bytes;
    const auto count = descriptor.number < 0 ? -1 : pread(descriptor.number, bytes.data(), bytes.size(), 0);
    if (count <= 0) return std::nullopt;
    const std::string_view head(bytes.data(), static_cast<std::size_t>(count));
    if (!may_be_archive(head)) return std::nullopt;
    const auto open_from_start = [&](archive* opened) {
        lseek(descriptor.number, 0, SEEK_SET);
        return archive_read_open_fd(opened, descriptor.number, block);
    };
    if (is_zip(head)) {
        const auto look = new_reader(head);
        if (open_from_start(look.get()) == ARCHIVE_OK && holds_one_document(look.get())) return std::nullopt;
    }
    auto state = std::make_unique<State>();
    state->file = file;
    state->limits = limits;
    state->opened = new_reader(head);
    open_from_start(state->opened.get());
    state->descriptor = std::move(descriptor);
    return ArchiveReader(std::move(state));
}

std::optional<ArchiveReader> ArchiveReader::open(const Input& archive, const ArchiveLimits& limits) {
    const auto& bytes = archive.bytes;
    if (!may_be_archive(bytes) || !State::is_archive_within(bytes)) return std::nullopt;
    auto state = std::make_unique<State>();
    state->file = {archive.name, bytes.size(), 0};
    state->limits = limits;
    state->opened = new_reader(bytes);
    archive_read_open_memory(state->opened.get(), bytes.data(), bytes.size());
    return ArchiveReader(std::move(state));
}

std::optional<ArchiveReader::Member> ArchiveReader::next() {
    auto& state = *state_;
    while (!state.ended) {
        archive_entry* entry = nullptr;
        const int result = archive_read_next_header(state.opened.get(), &entry);
        if (result == ARCHIVE_EOF) break;
        if (result < ARCHIVE_WARN) {
            state.ended = true;
            const auto where =
                state.entries == 0 ? std::string() : fmt::format(" beyond member {}", state.entries);
            return state.problem(state.file.name, fmt::format("cannot be read{}: {}", where,
                                                              archive_problem(state.opened.get())));
        }
        if (state.entries++ == state.limits.members) {
            state.ended = true;
            return state.problem(
                state.file.name,
                fmt::format("holds more than {} members, the rest is left out (--max-members raises "
                            "the limit)",
                            state.limits.members));
        }
        if (auto member = state.read_entry(entry)) return member;
    }
    state.ended = true;
    return std::nullopt;
}

std::optional<InputSequence::Item> InputSequence::next() {
    if (auto member = next_member()) return member;
    if (auto part = next_part()) return part;
    return next_file();
}

std::optional<InputSequence::Item> InputSequence::next_member() {
    if (!reader_) return std::nullopt;
    if (auto member = reader_->next())
        return Item{std::move(member->file), std::move(member->read), archive_.name};
    reader_.reset();
    in_memory_.reset();
    return Item{archive_, std::nullopt, archive_.name, true};
}

std::optional<InputSequence::Item> InputSequence::next_part() {
    if (!parts_) return std::nullopt;
    if (auto read = parts_->next()) return Item{archive_, std::move(*read), "", false, part_++};
    parts_.reset();
    return std::nullopt;
}

std::optional<InputSequence::Item> InputSequence::next_file() {
    if (place_ == files_.size()) return std::nullopt;
    const auto& file = files_[place_++];
    archive_ = file;
    if (file.name != "-") {
        reader_ = ArchiveReader::open(file, limits_);
        if (reader_) return next_member();
        parts_ = PartReader::open(file, limits_.member_size);
        part_ = 0;
        if (auto part = next_part()) return part;
        return Item{file, std::nullopt};
    }
    auto read = read_file(file, limits_.member_size);
    if (!read.input) return Item{file, std::move(read)};
    in_memory_ = std::move(read.input);
    reader_ = ArchiveReader::open(*in_memory_, limits_);
    return reader_ ? next_member() : Item{file, ReadInput{std::exchange(in_memory_, std::nullopt), {}}};
}

}  // namespace resograph
