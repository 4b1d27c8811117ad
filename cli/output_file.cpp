#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/core.h>

namespace resograph::cli {

namespace {

std::string display_name(const std::string& path) { return path == "-" ? "standard output" : path; }

// Beside the file itself, so that rename() stays within one file system.
std::string temporary_name(const std::string& path) { return fmt::format("{}.{}.tmp", path, getpid()); }

bool is_special(const std::string& path) {
    struct stat status;
    return stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

// The file that a link leads to: renaming over the link itself would leave the linked file as it was.
std::string followed(const std::string& path) {
    std::error_code error;
    const auto target = std::filesystem::canonical(path, error);
    return error ? path : target.string();
}

int open_for_writing(const std::string& path, int flags) {
    return open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | flags, 0666);
}

}  // namespace

OutputError::OutputError(const std::string& path, int error)
    : std::runtime_error(fmt::format("{} cannot be written: {}", display_name(path),
                                     std::generic_category().message(error))),
      reader_left(error == EPIPE) {}

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor), buffer_(1 << 16) {
    setp(buffer_.data(), buffer_.data() + buffer_.size());
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type c) {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
}

int DescriptorBuffer::sync() {
    for (const char* next = pbase(); next < pptr() && error_ == 0;) {
        const auto count = write(descriptor_, next, static_cast<std::size_t>(pptr() - next));
        if (count >= 0) {
            next += count;
        } else if (errno != EINTR) {
            error_ = errno;
        }
    }
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return error_ == 0 ? 0 : -1;
}

OutputFile::OutputFile(const std::string& path)
    : path_(path == "-" ? path : followed(path)),
      temporary_(path == "-" || is_special(path) ? "" : temporary_name(path_)),
      descriptor_(path == "-"          ? STDOUT_FILENO
                  : temporary_.empty() ? open_for_writing(path_, 0)
                                       : open_for_writing(temporary_, O_CREAT | O_EXCL)),
      buffer_(descriptor_),
      stream_(&buffer_) {
    if (descriptor_ < 0) throw OutputError(path, errno);
}

OutputFile::~OutputFile() {
    if (descriptor_ > STDERR_FILENO) close(descriptor_);
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

void OutputFile::finish() {
    stream_.flush();
    if (buffer_.error() != 0) throw OutputError(path_, buffer_.error());
    if (descriptor_ == STDOUT_FILENO) return;
    if (!temporary_.empty() && fsync(descriptor_) != 0) throw OutputError(path_, errno);
    if (close(std::exchange(descriptor_, -1)) != 0) throw OutputError(path_, errno);
    if (temporary_.empty()) return;
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) throw OutputError(path_, errno);
    temporary_.clear();
}

}  // namespace resograph::cli
