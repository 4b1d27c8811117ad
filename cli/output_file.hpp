// A file that appears complete or not at all, or standard output.
#pragma once

#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

namespace resograph::cli {

// A full disk, a folder that does not exist, a closed pipe.
struct OutputError : std::runtime_error {
    OutputError(const std::string& path, int error);
    bool reader_left;  // the other end of the pipe is closed: nobody wants to hear of it
};

// Writes to a file descriptor and remembers the first error.
class DescriptorBuffer : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor);

    int error() const { return error_; }

protected:
    int_type overflow(int_type c) override;
    int sync() override;

private:
    int descriptor_;
    int error_ = 0;
    std::vector<char> buffer_;
};

class OutputFile {
public:
    // "-" is standard output. A device or pipe is written to directly; a file takes the place of the old
    // one when finish() succeeds. Throws OutputError.
    explicit OutputFile(const std::string& path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    std::ostream& stream() { return stream_; }
    int descriptor() const { return descriptor_; }

    // Throws OutputError when not everything could be written; then no file is left behind.
    void finish();

private:
    std::string path_;
    std::string temporary_;  // "" when nothing has to be renamed
    int descriptor_;
    DescriptorBuffer buffer_;
    std::ostream stream_;
};

}  // namespace resograph::cli
