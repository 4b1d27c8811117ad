// A buffer before a std::ostream: an export is millions of short pieces.
#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <memory>
#include <ostream>
#include <string_view>

namespace resograph {

class Output {
public:
    explicit Output(std::ostream& stream) : stream_(stream), buffer_(new char[capacity]) {}

    void put(char c) {
        if (used_ == capacity) flush();
        buffer_[used_++] = c;
    }

    void put(std::string_view text) {
        if (text.size() > capacity - used_) {
            flush();
            if (text.size() > capacity) {
                stream_.write(text.data(), static_cast<std::streamsize>(text.size()));
                return;
            }
        }
        copy(text.data(), text.size(), buffer_.get() + used_);
        used_ += text.size();
    }

    void integer(long long value) {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        put(std::string_view(digits, static_cast<std::size_t>(end - digits)));
    }

    // Always with a point: readers guess the type of a column from "1" or "1.0". No format has a word
    // for NaN or infinity that all its readers know.
    void real(double value) {
        if (!std::isfinite(value)) value = 0;
        if (value == 1) return put("1.0");
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        const std::string_view text(digits, static_cast<std::size_t>(end - digits));
        put(text);
        if (text.find_first_of(".e") == std::string_view::npos) put(".0");
    }

    // To be called at the end: a destructor could not report a full disk.
    void flush() {
        stream_.write(buffer_.get(), static_cast<std::streamsize>(used_));
        used_ = 0;
    }

private:
    // Most pieces are short: two overlapping moves of known size instead of a call of memcpy.
    static void copy(const char* from, std::size_t size, char* to) {
        if (size > 32) {
            std::memcpy(to, from, size);
        } else if (size >= 16) {
            copy_ends<16>(from, size, to);
        } else if (size >= 8) {
            copy_ends<8>(from, size, to);
        } else if (size >= 4) {
            copy_ends<4>(from, size, to);
        } else {
            for (std::size_t i = 0; i < size; ++i) to[i] = from[i];
        }
    }

    template <std::size_t n>
    static void copy_ends(const char* from, std::size_t size, char* to) {
        char front[n], back[n];
        std::memcpy(front, from, n);
        std::memcpy(back, from + size - n, n);
        std::memcpy(to, front, n);
        std::memcpy(to + size - n, back, n);
    }

    static constexpr std::size_t capacity = 1 << 20;

    std::ostream& stream_;
    std::unique_ptr<char[]> buffer_;
    std::size_t used_ = 0;
};

}  // namespace resograph
