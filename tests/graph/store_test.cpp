#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graph/store.hpp"

using namespace resograph;

namespace {

// A file name in a folder of its own, gone with the test.
struct TemporaryStore {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("resograph-store-" + std::to_string(getpid()));
    std::string path = (folder / "test.db").string();
    TemporaryStore() { std::filesystem::create_directories(folder); }
    ~TemporaryStore() { std::filesystem::remove_all(folder); }
};

DocumentRecord sample(const std::string& source) {
    DocumentRecord record;
    record.file = "a.txt";
    record.format = "text";
    record.metadata = {source, "A title", "2000-11-15", "en", "", "/akn/un"};
    record.extracted.source = source;
    Citation citation;
    citation.location = "op5.b";
    citation.text = "“quoted”";
    citation.target = "crc";
    citation.candidates = {"a", "b"};
    citation.relation = Relation::acts_under;
    citation.pinpoints = {"art_6", "art_7"};
    citation.form = Form::anaphoric;
    citation.confidence = 0.8;
    citation.span = {3, 9};
    citation.draft = true;
    record.extracted.citations = {citation};
    record.extracted.facts = {{"untoc", "A/RES/55/25", Relation::adopted_by}};
    record.extracted.learned = {{"A/RES/50/6#annex", "A Declaration", "pp2", true}};
    return record;
}

std::vector<DocumentRecord> all(const Store& store) {
    std::vector<DocumentRecord> records;
    store.for_each([&](const DocumentRecord& record) { records.push_back(record); });
    return records;
}

}  // namespace

TEST_CASE("A store gives back what was put into it", "[store]") {
    const TemporaryStore temporary;
    {
        Store store(temporary.path, Store::Mode::write);
        store.begin();
        store.put({"a.txt", 10, 20, 30}, {sample("A/RES/1/1"), sample("A/RES/1/2")});
        store.set_rules("v1");
        store.commit();
    }
    const Store store(temporary.path, Store::Mode::read);
    CHECK(store.rules() == "v1");
    REQUIRE(store.files().size() == 1);
    CHECK(store.files().front().hash == 30);
    const auto records = all(store);
    REQUIRE(records.size() == 2);
    CHECK(records[1].extracted.source == "A/RES/1/2");
    const auto& citation = records[0].extracted.citations.front();
    CHECK(citation.text == "“quoted”");
    CHECK(citation.candidates == std::vector<std::string>{"a", "b"});
    CHECK(citation.pinpoints == std::vector<std::string>{"art_6", "art_7"});
    CHECK(citation.relation == Relation::acts_under);
    CHECK(citation.form == Form::anaphoric);
    CHECK(citation.span == Span{3, 9});
    CHECK(citation.draft);
    CHECK(records[0].extracted.facts.front().relation == Relation::adopted_by);
    CHECK(records[0].extracted.learned.front().title == "A Declaration");
    CHECK(records[0].extracted.learned.front().location == "pp2");
    CHECK(records[0].extracted.learned.front().alone);
}

TEST_CASE("A build that is killed leaves the store as it was", "[store]") {
    const TemporaryStore temporary;
    {
        Store store(temporary.path, Store::Mode::write);
        store.begin();
        store.put({"a.txt", 1, 1, 1}, {sample("A/RES/1/1")});
        store.commit();
    }
    const auto child = fork();
    if (child == 0) {
        Store store(temporary.path, Store::Mode::write);
        store.begin();
        store.remove("a.txt");
        store.put({"b.txt", 1, 1, 1}, {sample("A/RES/1/2")});
        kill(getpid(), SIGKILL);
    }
    waitpid(child, nullptr, 0);
    const auto records = all(Store(temporary.path, Store::Mode::read));
    REQUIRE(records.size() == 1);
    CHECK(records.front().extracted.source == "A/RES/1/1");
}

TEST_CASE("What is no store is said, and left alone", "[store]") {
    const TemporaryStore temporary;
    CHECK_THROWS_AS(Store(temporary.path, Store::Mode::read), StoreError);
    std::ofstream(temporary.path) << std::string(5000, 'x');
    CHECK_THROWS_AS(Store(temporary.path, Store::Mode::write), StoreError);
    CHECK(std::filesystem::file_size(temporary.path) == 5000);
}
