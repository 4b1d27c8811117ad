#include "exporters/escape.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace resograph;

namespace {

using Put = void (*)(Output&, std::string_view);

std::string written(Put put, std::string_view text) {
    std::ostringstream stream;
    Output out(stream);
    put(out, text);
    out.flush();
    return stream.str();
}

struct Row {
    Put put;
    std::string text;
    std::string written;
};

}  // namespace

TEST_CASE("Each syntax has its own escapes", "[escape]") {
    const auto row = GENERATE(values<Row>({
        {put_xml, "a < b & \"c\" ]]>", "a &lt; b &amp; &quot;c&quot; ]]&gt;"},
        {put_xml, "tab\tand\nline", "tab and line"},
        {put_xml, "é 😀", "é 😀"},
        {put_json, "say \"x\" \\", "say \\\"x\\\" \\\\"},
        {put_json, "</script>", "\\u003c/script>"},
        {put_dot, "ends with \\", "ends with \\\\"},
        {put_dot, "\"quoted\" \\N", "\\\"quoted\\\" \\\\N"},
        {put_dot, "AT&T &amp; x", "AT&T &amp; x"},
        {put_dot_label, "AT&T &amp; &#1; & ;", "AT&T &amp;amp; &amp;#1; & ;"},
        {put_turtle, "\"\\", "\\\"\\\\"},
        {put_iri, "A/RES/50/6#annex é", "A/RES/50/6%23annex%20%C3%A9"},
        {put_pajek, "a \"b\" \\", "a 'b' /"},
        {put_csv, "plain", "plain"},
        {put_csv, "a,b", "\"a,b\""},
        {put_csv, "a\"b", "\"a\"\"b\""},
        {put_csv, "=1+1", "\"'=1+1\""},
        {put_csv, "  -1", "\"'  -1\""},
        {put_csv, "＝1", "\"'＝1\""},
        {put_csv, "12-3", "12-3"},
    }));
    CAPTURE(row.text);

    CHECK(written(row.put, row.text) == row.written);
}

TEST_CASE("What is no text becomes U+FFFD, the same in every format", "[escape]") {
    struct Clean {
        std::string text, clean;
    };
    const auto row = GENERATE(values<Clean>({
        {std::string("a\0b", 3), "a\uFFFDb"},
        {"\x01", "\uFFFD"},
        {"\x7F\xC2\x80", "\uFFFD\uFFFD"},
        {"\xFF\xC0\xAF", "\uFFFD\uFFFD\uFFFD"},
        {"\xE2\x82", "\uFFFD\uFFFD"},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
        {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"\uFFFE\uFFFF\U0010FFFF", "\uFFFD\uFFFD\uFFFD"},
        {"\u2028\u2029\xC2\x85\v", "    "},
        {"12345678\x01"
         "12345678é12345678",
         "12345678\uFFFD12345678é12345678"},
    }));
    CAPTURE(row.text);

    CHECK(clean(row.text) == row.clean);
    for (const Put put : {put_xml, put_json, put_dot, put_turtle, put_pajek})
        CHECK(written(put, row.text) == row.clean);
}

TEST_CASE("Every special character is seen wherever it stands among plain ones", "[escape]") {
    for (std::size_t length = 1; length < 40; ++length) {
        for (std::size_t at = 0; at < length; ++at) {
            for (const char special : {'<', '&', '"', '>'}) {
                std::string text(length, 'x');
                text[at] = special;
                REQUIRE(written(put_xml, text).size() > length);
            }
        }
    }
}

TEST_CASE("A text is cut between code points", "[escape]") {
    CHECK(front("aéz", 2) == "aé");
    CHECK(front("aé", 9) == "aé");
    CHECK(front("\xFF\xFFz", 2) == "\xFF\xFF");
    CHECK(front("", 2).empty());
}

TEST_CASE("Numbers keep their type: a real always has a point", "[escape]") {
    struct Real {
        double value;
        std::string written;
    };
    const auto row = GENERATE(values<Real>({{1, "1.0"},
                                            {0, "0.0"},
                                            {0.95, "0.95"},
                                            {250000, "250000.0"},
                                            {1e300, "1e+300"},
                                            {std::nan(""), "0.0"},
                                            {1 / 0.0, "0.0"}}));
    std::ostringstream stream;
    Output out(stream);
    out.real(row.value);
    out.flush();
    CHECK(stream.str() == row.written);
}

TEST_CASE("Pieces longer than the buffer are written whole and in order", "[escape]") {
    std::ostringstream stream;
    Output out(stream);
    const std::string big(3'000'000, 'b');
    out.put("a");
    out.put(big);
    for (int i = 0; i < 2'000'000; ++i) out.put('c');
    out.put("d");
    out.flush();
    CHECK(stream.str() == "a" + big + std::string(2'000'000, 'c') + "d");
}
