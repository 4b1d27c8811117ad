// The inner loop of reading text: where words end, sixteen bytes at a time.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace resograph {

// Letters, digits, and the first bytes of letters beyond ASCII; not those of typographic quotes, dashes and
// blanks.
inline constexpr auto is_word_byte = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = '0'; c <= '9'; ++c) table[c] = true;
    for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = true;
    for (std::size_t c = 0xC3; c < 256; ++c) table[c] = c != 0xE2;
    return table;
}();

inline std::uint64_t eight_bytes(const void* at) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    return eight;
}

inline constexpr std::uint64_t lower_case = 0x2020202020202020U;
inline constexpr std::uint64_t lower_case_after_first = 0x2020202020202000U;
inline constexpr std::uint64_t lower_case_first = 0x20U;
inline constexpr std::uint64_t beyond_ascii = 0x8080808080808080U;

// A bit for each of the 16 bytes at `at` that is a word byte. At least 16 bytes must be there.
inline std::uint32_t word_bytes16(const char* at) {
#if defined(__SSE2__)
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto in_range = [](__m128i b, char first, char last) {
        return _mm_and_si128(_mm_cmpgt_epi8(b, _mm_set1_epi8(static_cast<char>(first - 1))),
                             _mm_cmplt_epi8(b, _mm_set1_epi8(static_cast<char>(last + 1))));
    };
    const auto letters = in_range(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z');
    const auto digits = in_range(bytes, '0', '9');
    const auto high =
        _mm_andnot_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(0xE2))),
                         _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(0xC2))),
                                       _mm_cmplt_epi8(bytes, _mm_setzero_si128())));
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(letters, digits), high)));
#else
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < 16; ++i)
        bits |= static_cast<std::uint32_t>(is_word_byte[static_cast<unsigned char>(at[i])]) << i;
    return bits;
#endif
}

// A bit for each of the 16 bytes at `at` that may join a word to more: - ' / ( and all beyond ASCII.
inline std::uint32_t joiners16(const char* at) {
#if defined(__SSE2__)
    const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto equals = [](__m128i b, char value) { return _mm_cmpeq_epi8(b, _mm_set1_epi8(value)); };
    const auto hyphen_or_slash = equals(_mm_or_si128(bytes, _mm_set1_epi8('-' ^ '/')), '/');
    const auto others = _mm_or_si128(equals(bytes, '\''), equals(bytes, '('));
    return static_cast<std::uint32_t>(
        _mm_movemask_epi8(_mm_or_si128(bytes, _mm_or_si128(hyphen_or_slash, others))));
#else
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < 16; ++i) {
        const bool joins = static_cast<unsigned char>(at[i]) >= 0x80 || at[i] == '-' || at[i] == '\'' ||
                           at[i] == '/' || at[i] == '(';
        bits |= static_cast<std::uint32_t>(joins) << i;
    }
    return bits;
#endif
}

// What stands at each of 64 bytes, a bit each.
struct ByteBits {
    std::uint64_t words = 0;    // word bytes
    std::uint64_t joiners = 0;  // what may join a word to more: a hyphen, an apostrophe, a slash, a bracket,
                                // and all beyond ASCII
};

inline ByteBits byte_bits64(const char* at) {
    ByteBits bits;
    for (unsigned i = 0; i < 64; i += 16) {
        bits.words |= static_cast<std::uint64_t>(word_bytes16(at + i)) << i;
        bits.joiners |= static_cast<std::uint64_t>(joiners16(at + i)) << i;
    }
    return bits;
}

// The beginning of a word, as far as a filter looks at it.
struct WordStart {
    std::size_t at = 0;
    std::uint64_t letters = 0;  // the first eight, zeros after the last; all but the first in lower case
    bool sure = false;          // false when what follows leaves open what the first eight letters are
};

inline constexpr std::size_t prefix_length = 8;

// Calls visit(WordStart) for each word. No branch here depends on the text, but for the number of words.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
    constexpr std::size_t window = 64;
    constexpr std::size_t step = window - prefix_length - 2;  // so that what follows the letters is in sight
    static constexpr auto kept = [] {                         // for the word bytes among the first eight
        std::array<std::uint64_t, 256> masks{};
        for (unsigned bits = 0; bits < masks.size(); ++bits)
            masks[bits] =
                bits == 0xFF ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * std::countr_one(bits))) - 1;
        return masks;
    }();
    std::array<char, window> last{};
    bool inside = false;  // a word reaches over from the step before
    for (std::size_t from = 0; from < text.size(); from += step) {
        const char* bytes = text.data() + from;
        if (from + window > text.size()) {
            last = {};
            bytes = std::copy(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), last.begin()) -
                    (text.size() - from);
        }
        const auto bits = byte_bits64(bytes);
        const auto joiners = bits.joiners | bits.joiners >> 1;  // a hyphen may stand after a blank
        auto starts =
            bits.words & ~(bits.words << 1 | std::uint64_t{inside}) & ((std::uint64_t{1} << step) - 1);
        inside = (bits.words >> (step - 1) & 1) != 0;
        for (; starts != 0; starts &= starts - 1) {
            const auto at = static_cast<std::size_t>(std::countr_zero(starts));
            const auto word = bits.words >> at;
            const auto end = ~word & (word + 1) & ((2U << prefix_length) - 1);
            visit(WordStart{from + at, (eight_bytes(bytes + at) | lower_case_after_first) & kept[word & 0xFF],
                            (joiners >> at & end) == 0});
        }
    }
}

// How many characters from ' ' to DEL stand at `at`: neither control characters nor bytes beyond ASCII.
inline std::size_t printable_ascii_length(std::string_view text, std::size_t at) {
    auto i = at;
#if defined(__SSE2__)
    for (; i + 16 <= text.size(); i += 16) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
        // Signed: bytes beyond ASCII are below ' ' too.
        const auto others =
            static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8(' '))));
        if (others != 0) return i + static_cast<std::size_t>(std::countr_zero(others)) - at;
    }
#endif
    while (i < text.size() && static_cast<signed char>(text[i]) >= ' ') ++i;
    return i - at;
}

// The length of the plain text at `at`: no byte that needs a second look (a control character, the first byte
// of a typographic blank or quotation mark), and no two blanks in a row.
inline std::size_t plain_length(std::string_view text, std::size_t at) {
    const auto needs_a_look = [&](std::size_t i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 ||
               (byte == ' ' && i > at && text[i - 1] == ' ');
    };
    auto i = at;
#if defined(__SSE2__)
    const auto equals = [](__m128i bytes, unsigned char value) {
        return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(static_cast<char>(value)));
    };
    const auto bits = [](__m128i mask) { return static_cast<std::uint32_t>(_mm_movemask_epi8(mask)); };
    bool blank_before = false;
    for (; i + 16 <= text.size(); i += 16) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + i));
        const auto blanks = bits(equals(bytes, ' '));
        const auto doubled = blanks & (blanks << 1 | std::uint32_t{blank_before});
        blank_before = (blanks >> 15 & 1) != 0;
        // Signed: bytes beyond ASCII are below ' ' too.
        const auto below = _mm_cmplt_epi8(bytes, _mm_set1_epi8(' '));
        if ((bits(_mm_or_si128(below, equals(bytes, 0x7F))) | doubled) == 0) continue;
        const auto beyond = _mm_cmplt_epi8(bytes, _mm_setzero_si128());
        const auto odd = _mm_or_si128(_mm_or_si128(_mm_andnot_si128(beyond, below), equals(bytes, 0x7F)),
                                      _mm_or_si128(equals(bytes, 0xC2), equals(bytes, 0xE2)));
        const auto stops = bits(odd) | doubled;
        if (stops != 0) return i + static_cast<std::size_t>(std::countr_zero(stops)) - at;
    }
#endif
    while (i < text.size() && !needs_a_look(i)) ++i;
    return i - at;
}

// Calls visit(at) for each digit that follows something else than a digit.
template <class Visit>
void for_each_number(std::string_view text, Visit visit) {
    std::size_t i = 0;
#if defined(__SSE2__)
    const auto digits16 = [](const char* at) {
        const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const auto value = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
        const auto digits = _mm_cmpeq_epi8(_mm_min_epu8(value, _mm_set1_epi8(9)), value);
        return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(digits)));
    };
    bool inside = false;
    for (; i + 64 <= text.size(); i += 64) {
        const char* at = text.data() + i;
        const auto digits =
            digits16(at) | digits16(at + 16) << 16 | digits16(at + 32) << 32 | digits16(at + 48) << 48;
        auto starts = digits & ~(digits << 1 | std::uint64_t{inside});
        inside = digits >> 63 != 0;
        for (; starts != 0; starts &= starts - 1)
            visit(i + static_cast<std::size_t>(std::countr_zero(starts)));
    }
#endif
    for (; i < text.size(); ++i) {
        const auto is_digit = [&](std::size_t k) { return text[k] >= '0' && text[k] <= '9'; };
        if (is_digit(i) && (i == 0 || !is_digit(i - 1))) visit(i);
    }
}

// Words are hashed eight bytes at a time, and at least twice, so that short words need no branch.
inline constexpr std::uint64_t empty_word_hash = 0xCBF29CE484222325U;

constexpr std::uint64_t hash_block(std::uint64_t hash, std::uint64_t block) {
    hash = (hash ^ block) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 32;
}

// Of a word of at most sixteen bytes; zeros after its last.
constexpr std::uint64_t hash_two_blocks(std::uint64_t first, std::uint64_t second) {
    return hash_block(hash_block(empty_word_hash, first), second);
}

// A word of at most 15 ASCII letters and digits that nothing joins to more: nearly every word.
struct PlainWord {
    std::size_t length = 0;
    std::uint64_t hash = 0;  // of its lower case; 0: not plain, an accent or a hyphen needs a closer look
};

inline PlainWord plain_word(std::string_view text, std::size_t at) {
    if (at + 18 > text.size()) return {};
    const auto length = static_cast<std::size_t>(std::countr_one(word_bytes16(text.data() + at)));
    if (length == 0 || length > 15) return {};
    const auto next = static_cast<unsigned char>(text[at + length]);
    const bool joined = next >= 0x80 || next == '-' || next == '\'' ||
                        (next == ' ' && (text[at + length + 1] == '-' ||
                                         static_cast<unsigned char>(text[at + length + 1]) == 0xE2));
    if (joined) return {};
    static constexpr auto ones_then_zeros = [] {
        std::array<unsigned char, 32> bytes{};
        std::fill_n(bytes.begin(), 16, static_cast<unsigned char>(0xFF));
        return bytes;
    }();
    const auto first =
        (eight_bytes(text.data() + at) | lower_case) & eight_bytes(ones_then_zeros.data() + 16 - length);
    const auto second =
        (eight_bytes(text.data() + at + 8) | lower_case) & eight_bytes(ones_then_zeros.data() + 24 - length);
    if (((first | second) & beyond_ascii) != 0) return {};
    return {length, hash_two_blocks(first, second)};
}

}  // namespace resograph
