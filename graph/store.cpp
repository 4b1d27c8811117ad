#include "graph/store.hpp"

#include <sqlite3.h>

#include <unordered_set>

#include <fmt/format.h>

namespace resograph {

namespace {

constexpr int application_id = 0x7265736F;  // "reso": tells a store from other SQLite files
constexpr int schema_version = 3;
constexpr int busy_milliseconds = 10'000;
constexpr char separator = '\x1F';  // between the values of a list in one column

constexpr const char* schema = R"sql(
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS file(name TEXT PRIMARY KEY, size INTEGER NOT NULL, modified_ns INTEGER NOT NULL, hash INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document(
    id INTEGER PRIMARY KEY, file TEXT NOT NULL, place INTEGER NOT NULL, source TEXT NOT NULL, format TEXT NOT NULL, symbol TEXT NOT NULL,
    title TEXT NOT NULL, date TEXT NOT NULL, language TEXT NOT NULL, session TEXT NOT NULL, uri TEXT NOT NULL,
    symbol_from TEXT NOT NULL, title_from TEXT NOT NULL, date_from TEXT NOT NULL, language_from TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS document_file ON document(file, place);
CREATE INDEX IF NOT EXISTS document_source ON document(source);
CREATE TABLE IF NOT EXISTS citation(
    document INTEGER NOT NULL, place INTEGER NOT NULL, location TEXT NOT NULL, text TEXT NOT NULL, target TEXT, candidates TEXT NOT NULL,
    relation TEXT NOT NULL, pinpoints TEXT NOT NULL, form TEXT NOT NULL, footnote TEXT NOT NULL, evidence TEXT NOT NULL, symbol TEXT NOT NULL,
    confidence REAL NOT NULL, begin INTEGER NOT NULL, end INTEGER NOT NULL, draft INTEGER NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY(document, place)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS citation_target ON citation(target, document);
CREATE TABLE IF NOT EXISTS fact(document INTEGER NOT NULL, place INTEGER NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, relation TEXT NOT NULL,
    PRIMARY KEY(document, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS learned(document INTEGER NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL,
    location TEXT NOT NULL, alone INTEGER NOT NULL, PRIMARY KEY(document, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS named(document INTEGER NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, evidence TEXT NOT NULL,
    PRIMARY KEY(document, place)) WITHOUT ROWID;
CREATE VIEW IF NOT EXISTS documents AS SELECT source AS id, symbol, title, date, language, session, uri, file, format,
    symbol_from, title_from, date_from, language_from FROM document;
CREATE VIEW IF NOT EXISTS citations AS
    SELECT d.source AS source, d.date AS date, c.target AS target, c.relation AS relation, c.location AS location,
           replace(c.pinpoints, char(31), ', ') AS pinpoints, c.text AS text, c.form AS form, c.footnote AS footnote, c.evidence AS evidence,
           c.symbol AS symbol, c.confidence AS confidence, d.file AS file, c.begin AS begin, c.end AS end
    FROM citation c JOIN document d ON d.id = c.document;
CREATE VIEW IF NOT EXISTS lessons AS SELECT d.source AS source, d.date AS date, l.location AS location, l.title AS title, l.id AS target,
    l.alone AS alone, d.file AS file FROM learned l JOIN document d ON d.id = l.document;
CREATE VIEW IF NOT EXISTS instruments AS
    SELECT target AS id, count(*) AS mentions, count(DISTINCT document) AS documents FROM citation WHERE target IS NOT NULL GROUP BY target;
)sql";

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

[[noreturn]] void fail(sqlite3* database, const std::string& path, std::string_view doing) {
    throw StoreError(
        fmt::format("{}: {}: {}", path, doing, database ? sqlite3_errmsg(database) : "out of memory"));
}

// A prepared statement that is used again and again.
class Statement {
public:
    Statement(sqlite3* database, const std::string& path, const char* sql)
        : database_(database), path_(path) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
            fail(database, path, "not a store that can be read");
        statement_.reset(statement);
    }

    template <class... Values>
    Statement& bind(const Values&... values) {
        sqlite3_reset(statement_.get());
        int column = 0;
        (bind_one(++column, values), ...);
        return *this;
    }

    // True while there is a row.
    bool step() {
        const int result = sqlite3_step(statement_.get());
        if (result == SQLITE_ROW) return true;
        if (result != SQLITE_DONE) fail(database_, path_, "cannot be read or written");
        return false;
    }

    void run() {
        while (step()) {
        }
        sqlite3_reset(statement_.get());
    }

    std::string text(int column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
        return bytes ? std::string(bytes,
                                   static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)))
                     : std::string();
    }
    bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    double real(int column) const { return sqlite3_column_double(statement_.get(), column); }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };

    void bind_one(int column, std::string_view value) {
        sqlite3_bind_text(statement_.get(), column, value.data(), static_cast<int>(value.size()),
                          SQLITE_TRANSIENT);
    }
    void bind_one(int column, const std::string& value) { bind_one(column, std::string_view(value)); }
    void bind_one(int column, std::int64_t value) { sqlite3_bind_int64(statement_.get(), column, value); }
    void bind_one(int column, double value) { sqlite3_bind_double(statement_.get(), column, value); }
    void bind_one(int column, std::nullptr_t) { sqlite3_bind_null(statement_.get(), column); }

    sqlite3* database_;
    const std::string& path_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

std::string joined(const std::vector<std::string>& values) {
    std::string result;
    for (const auto& value : values) {
        if (!result.empty()) result += separator;
        result += value;
    }
    return result;
}

std::vector<std::string> parted(const std::string& values) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; !values.empty() && at <= values.size();) {
        const auto end = std::min(values.find(separator, at), values.size());
        parts.push_back(values.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

// What document_of reads.
constexpr const char* document_columns =
    "id, file, source, format, symbol, title, date, language, session, uri, symbol_from, title_from, "
    "date_from, "
    "language_from";

DocumentRecord document_of(const Statement& row) {
    DocumentRecord record;
    record.file = row.text(1);
    record.extracted.source = row.text(2);
    record.format = row.text(3);
    record.metadata = {row.text(4),
                       row.text(5),
                       row.text(6),
                       row.text(7),
                       row.text(8),
                       row.text(9),
                       {},
                       parse_origin(row.text(10)),
                       parse_origin(row.text(11)),
                       parse_origin(row.text(12)),
                       parse_origin(row.text(13))};
    return record;
}

// What Impl::read_citations reads.
constexpr const char* citation_columns =
    "location, text, target, candidates, relation, pinpoints, form, footnote, evidence, symbol, confidence, "
    "begin, "
    "end, draft, reason";

}  // namespace

struct Store::Impl {
    std::string path;
    Database database;

    void execute(const char* sql) {
        if (sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(database.get(), path, "cannot be read or written");
    }
    Statement prepare(const char* sql) const { return Statement(database.get(), path, sql); }
    std::int64_t pragma(const char* sql) const {
        auto statement = prepare(sql);
        return statement.step() ? statement.integer(0) : 0;
    }

    void check_kind(Mode mode) {
        const bool fresh = pragma("PRAGMA schema_version") == 0;
        if (fresh && mode == Mode::write) return;
        if (pragma("PRAGMA application_id") != application_id)
            throw StoreError(path + ": not a store of resograph, expected one made by `resograph build`");
        if (pragma("PRAGMA user_version") != schema_version)
            throw StoreError(
                path + ": a store of another version, expected one made by this version; build it again");
    }

    void put_document(const FileStamp& stamp, std::int64_t place, const DocumentRecord& record) {
        const auto& m = record.metadata;
        auto insert = prepare(
            "INSERT INTO document(file, place, source, format, symbol, title, date, language, session, uri, "
            "symbol_from, title_from, date_from, language_from) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        insert
            .bind(stamp.file, place, record.extracted.source, record.format, m.symbol, m.title, m.date,
                  m.language, m.session, m.uri, to_string(m.symbol_from), to_string(m.title_from),
                  to_string(m.date_from), to_string(m.language_from))
            .run();
        const std::int64_t id = sqlite3_last_insert_rowid(database.get());
        put_citations(id, record.extracted);
        std::int64_t n = 0;
        auto fact = prepare("INSERT INTO fact VALUES(?,?,?,?,?)");
        for (const auto& f : record.extracted.facts)
            fact.bind(id, n++, f.source, f.target, to_string(f.relation)).run();
        auto learned = prepare("INSERT INTO learned VALUES(?,?,?,?,?,?)");
        n = 0;
        for (const auto& l : record.extracted.learned)
            learned.bind(id, n++, l.id, l.title, l.location, std::int64_t{l.alone}).run();
    }

    void put_citations(std::int64_t document, const Extracted& extracted) {
        auto insert = prepare("INSERT INTO citation VALUES(?,?,?,?,nullif(?,''),?,?,?,?,?,?,?,?,?,?,?,?)");
        // The target of a citation by name changes with what is learned; this is what it began with.
        auto named = prepare("INSERT INTO named VALUES(?,?,?,?)");
        std::int64_t place = 0;
        for (const auto& c : extracted.citations) {
            if (c.target.starts_with("name:")) named.bind(document, place, c.target, c.evidence).run();
            const std::string_view form = c.form == Form::anaphoric ? "anaphoric" : "explicit";
            insert
                .bind(document, place++, c.location, c.text, c.target, joined(c.candidates),
                      to_string(c.relation), joined(c.pinpoints), form, c.footnote, c.evidence, c.symbol,
                      c.confidence, static_cast<std::int64_t>(c.span.begin),
                      static_cast<std::int64_t>(c.span.end), std::int64_t{c.draft}, c.reason)
                .run();
        }
    }

    static Learned learned_of(const Statement& row) {
        return {row.text(0), row.text(1), row.text(2), row.integer(3) != 0};
    }

    // The statement has its values.
    static void read_citations(Statement& select, Extracted& extracted) {
        while (select.step()) {
            Citation c;
            c.location = select.text(0);
            c.text = select.text(1);
            c.target = select.text(2);
            c.candidates = parted(select.text(3));
            parse_relation(select.text(4), c.relation);
            c.pinpoints = parted(select.text(5));
            c.form = select.text(6) == "anaphoric" ? Form::anaphoric : Form::explicit_;
            c.footnote = select.text(7);
            c.evidence = select.text(8);
            c.symbol = select.text(9);
            c.confidence = select.real(10);
            c.span = {static_cast<std::size_t>(select.integer(11)),
                      static_cast<std::size_t>(select.integer(12))};
            c.draft = select.integer(13) != 0;
            c.reason = select.text(14);
            extracted.citations.push_back(std::move(c));
        }
    }
};

Store::Store(const std::string& path, Mode mode) : impl_(std::make_unique<Impl>()) {
    impl_->path = path;
    sqlite3* database = nullptr;
    const int flags = mode == Mode::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const int result = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
    impl_->database.reset(database);
    if (result != SQLITE_OK)
        fail(database, path,
             mode == Mode::read ? "no store there, expected one made by `resograph build`"
                                : "cannot be opened");
    sqlite3_busy_timeout(database, busy_milliseconds);
    impl_->check_kind(mode);
}

Store::~Store() = default;
Store::Store(Store&&) noexcept = default;

void Store::begin() {
    impl_->execute("BEGIN IMMEDIATE");
    impl_->execute(
        fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", application_id, schema_version)
            .c_str());
    impl_->execute(schema);
}

void Store::commit() { impl_->execute("COMMIT"); }

std::string Store::rules() const {
    if (impl_->pragma("PRAGMA schema_version") == 0) return "";
    auto select = impl_->prepare("SELECT value FROM meta WHERE key = 'rules'");
    return select.step() ? select.text(0) : "";
}

void Store::set_rules(const std::string& rules) {
    impl_->prepare("INSERT OR REPLACE INTO meta VALUES('rules', ?)").bind(rules).run();
}

std::vector<FileStamp> Store::files() const {
    std::vector<FileStamp> stamps;
    if (impl_->pragma("PRAGMA schema_version") == 0) return stamps;
    auto select = impl_->prepare("SELECT name, size, modified_ns, hash FROM file ORDER BY name");
    while (select.step()) {
        stamps.push_back({select.text(0), static_cast<std::uint64_t>(select.integer(1)), select.integer(2),
                          static_cast<std::uint64_t>(select.integer(3))});
    }
    return stamps;
}

void Store::put(const FileStamp& stamp, const std::vector<DocumentRecord>& records) {
    remove(stamp.file);
    add(stamp, records);
}

void Store::add(const FileStamp& stamp, const std::vector<DocumentRecord>& records) {
    impl_->prepare("INSERT OR REPLACE INTO file VALUES(?,?,?,?)")
        .bind(stamp.file, static_cast<std::int64_t>(stamp.size), stamp.modified_ns,
              static_cast<std::int64_t>(stamp.hash))
        .run();
    auto last = impl_->prepare("SELECT max(place) FROM document WHERE file = ?");
    last.bind(stamp.file).step();
    std::int64_t place = last.is_null(0) ? 0 : last.integer(0) + 1;
    for (const auto& record : records) impl_->put_document(stamp, place++, record);
}

void Store::remove(const std::string& file) {
    for (const char* table : {"citation", "fact", "learned", "named"}) {
        impl_
            ->prepare(fmt::format("DELETE FROM {} WHERE document IN (SELECT id FROM document WHERE file = ?)",
                                  table)
                          .c_str())
            .bind(file)
            .run();
    }
    impl_->prepare("DELETE FROM document WHERE file = ?").bind(file).run();
    impl_->prepare("DELETE FROM file WHERE name = ?").bind(file).run();
}

std::vector<Lesson> Store::lessons() const {
    auto select = impl_->prepare(
        "SELECT l.id, l.title, l.location, l.alone, d.source FROM learned l JOIN document d ON "
        "d.id = l.document");
    std::vector<Lesson> lessons;
    constexpr int source = 4;
    while (select.step()) lessons.push_back({select.text(source), Impl::learned_of(select)});
    return lessons;
}

void Store::relink(const LearnedNames& names) {
    auto select = impl_->prepare(
        "SELECT n.document, n.place, n.name, n.evidence, d.date, c.target, c.evidence FROM named n "
        "CROSS JOIN citation c ON c.document = n.document AND c.place = n.place "
        "CROSS JOIN document d ON d.id = n.document");
    auto update =
        impl_->prepare("UPDATE citation SET target = ?, evidence = ? WHERE document = ? AND place = ?");
    while (select.step()) {
        Citation citation;
        citation.target = select.text(2);
        citation.evidence = select.text(3);
        names.relink(citation, select.text(4));
        if (citation.target != select.text(5) || citation.evidence != select.text(6))
            update.bind(citation.target, citation.evidence, select.integer(0), select.integer(1)).run();
    }
}

void Store::for_each(const std::function<void(DocumentRecord&&)>& visit) const {
    auto documents =
        impl_->prepare(fmt::format("SELECT {} FROM document ORDER BY file, place", document_columns).c_str());
    auto citations = impl_->prepare(
        fmt::format("SELECT {} FROM citation WHERE document = ? ORDER BY place", citation_columns).c_str());
    auto facts =
        impl_->prepare("SELECT source, target, relation FROM fact WHERE document = ? ORDER BY place");
    auto learned =
        impl_->prepare("SELECT id, title, location, alone FROM learned WHERE document = ? ORDER BY place");
    while (documents.step()) {
        const auto id = documents.integer(0);
        auto record = document_of(documents);
        Impl::read_citations(citations.bind(id), record.extracted);
        facts.bind(id);
        while (facts.step()) {
            StructuralFact fact{facts.text(0), facts.text(1), Relation::related};
            parse_relation(facts.text(2), fact.relation);
            record.extracted.facts.push_back(std::move(fact));
        }
        learned.bind(id);
        while (learned.step()) record.extracted.learned.push_back(Impl::learned_of(learned));
        visit(std::move(record));
    }
}

void Store::for_each_citing(const std::string& target,
                            const std::function<void(const DocumentRecord&)>& visit) const {
    auto documents = impl_->prepare(
        fmt::format("SELECT {}, EXISTS (SELECT 1 FROM citation WHERE document = document.id) FROM document "
                    "WHERE source IN (SELECT source FROM document WHERE id IN "
                    "(SELECT document FROM citation WHERE target = ?)) ORDER BY file, place",
                    document_columns)
            .c_str());
    auto citations =
        impl_->prepare(fmt::format("SELECT {} FROM citation WHERE target = ? AND document = ? ORDER BY place",
                                   citation_columns)
                           .c_str());
    constexpr int has_citations = 14;  // the column after document_columns
    std::unordered_set<std::string> counted;
    documents.bind(target);
    while (documents.step()) {
        auto record = document_of(documents);
        if (documents.integer(has_citations) != 0 && counted.insert(record.extracted.source).second)
            Impl::read_citations(citations.bind(target, documents.integer(0)), record.extracted);
        visit(record);
    }
}

bool Store::knows(const std::string& id) const {
    auto select = impl_->prepare(
        "SELECT EXISTS (SELECT 1 FROM citation WHERE target = ?) OR EXISTS (SELECT 1 FROM document WHERE "
        "source = ?)");
    return select.bind(id, id).step() && select.integer(0) != 0;
}

std::size_t Store::documents() const {
    return static_cast<std::size_t>(impl_->pragma("SELECT count(*) FROM document"));
}

}  // namespace resograph
