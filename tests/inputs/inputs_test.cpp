#include "inputs/inputs.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace resograph;
namespace fs = std::filesystem;

namespace {

// A folder of its own for each test; the working folder while it lives.
struct Scratch {
    fs::path before = fs::current_path();
    fs::path folder;

    Scratch() {
        std::string name = fs::temp_directory_path() / "resograph-XXXXXX";
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder = name;
        fs::current_path(folder);
    }
    ~Scratch() {
        fs::current_path(before);
        fs::remove_all(folder);
    }
};

void write(const fs::path& path, std::string_view bytes) {
    fs::create_directories(fs::absolute(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

std::vector<std::string> names(const InputList& list) {
    std::vector<std::string> result;
    for (const auto& file : list.files) result.push_back(file.name);
    return result;
}

std::vector<std::string> messages(const InputList& list) {
    std::vector<std::string> result;
    for (const auto& diagnostic : list.diagnostics) result.push_back(to_string(diagnostic));
    return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("A folder is walked in the order of names, paths in the order given", "[inputs]") {
    const Scratch scratch;
    for (const char* name : {"b/2.txt", "b/10.txt", "b/a/z.txt", "b/.hidden", "b/.git/x", "a.txt"})
        write(name, "x");

    const auto list = list_files(Strings{"b", "a.txt", "-", "./b//2.txt", "./a.txt"});

    CHECK(names(list) == Strings{"b/10.txt", "b/2.txt", "b/a/z.txt", "a.txt", "-"});
    CHECK(messages(list).empty());
    CHECK(list.files[0].size == 1);
    CHECK(list.files[0].modified_ns > 0);
}

TEST_CASE("What is not a document is named and never waited for", "[inputs]") {
    const Scratch scratch;
    write("in/good.txt", "x");
    REQUIRE(mkfifo("in/pipe", 0600) == 0);
    fs::create_directory_symlink("..", "in/loop");
    fs::create_symlink("nowhere", "in/dangling");
    fs::create_symlink("/dev/zero", "in/zero");
    fs::create_symlink("good.txt", "in/link.txt");
    fs::create_directory("empty");

    const auto list = list_files(Strings{"in", "in/pipe", "/dev/zero", "empty", "missing", ""});

    CHECK(names(list) == Strings{"in/good.txt", "in/link.txt"});
    CHECK(messages(list) ==
          Strings{"in/dangling: error: cannot be opened: No such file or directory",
                  "in/loop: warning: left out: it is a link to a folder",
                  "in/pipe: warning: left out: it is a named pipe",
                  "in/zero: warning: left out: it is a device",
                  "in/pipe: error: is a named pipe, expected a file or a folder (\"-\" reads standard input)",
                  "/dev/zero: error: is a device, expected a file or a folder (\"-\" reads standard input)",
                  "empty: error: holds no files, expected documents",
                  "missing: error: cannot be opened: No such file or directory",
                  ": error: cannot be opened: No such file or directory"});
}

TEST_CASE("A file named twice is not an empty folder", "[inputs]") {
    const Scratch scratch;
    write("in/a.txt", "x");

    const auto list = list_files(Strings{"in/a.txt", "in", "in"});

    CHECK(names(list) == Strings{"in/a.txt"});
    CHECK(messages(list).empty());
}

TEST_CASE("A file that vanished, became a pipe or is too large is a diagnostic", "[inputs]") {
    const Scratch scratch;
    REQUIRE(mkfifo("pipe", 0600) == 0);
    write("large", std::string(3 << 20, 'x'));

    CHECK(to_string(*read_file({"gone"}).diagnostic) ==
          "gone: error: cannot be opened: No such file or directory");
    CHECK(to_string(*read_file({"pipe"}).diagnostic).starts_with("pipe: error: is a named pipe"));
    CHECK(to_string(*read_file({"large"}, 2 << 20).diagnostic) ==
          "large: error: is larger than 2 MiB (--max-size raises the limit)");
    CHECK(read_file({"large"}, 3 << 20).input->bytes.size() == 3 << 20);
}

TEST_CASE("A file is read to its end, whatever size it claims", "[inputs]") {
    CHECK_FALSE(read_file({"/proc/self/status"}).input->bytes.empty());
}
