// From paragraphs to a document: what each paragraph is, and where it stands. Shared by every importer, since
// Word files, PDF pages and plain text all come as paragraphs, and even marked-up sources mark too little or
// mark it wrong.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace resograph {

// What a format knows of a paragraph. `plain` leaves it to the words; `continuation` goes on with the
// paragraph before.
enum class Hint {
    plain,
    continuation,
    masthead,
    symbol,
    title,
    formula,
    recital,
    numbered,
    heading,
    annex,
    note
};

// Builds a Document paragraph by paragraph. The text of a paragraph is appended piece by piece, so that
// nothing is copied twice; page furniture must have been left out by then.
//
//     builder.begin(Hint::numbered, "5");
//     builder.append("Requests the Secretary-General", offset);
//     builder.mark("3");
//     builder.end();
class DocumentBuilder {
public:
    DocumentBuilder(std::string_view file, std::string_view format);

    // About how long the text will be.
    void reserve(std::size_t length);

    // Where the text comes from: the bytes of the file. None: the format has no line to point at.
    static constexpr std::size_t no_offset = static_cast<std::size_t>(-1);

    // `number`: as printed, without brackets and stops: "5", "b".
    void begin(Hint hint, std::string_view number = {});

    // A paragraph of which all is known, since resograph wrote it itself: its text is taken as it
    // stands, and nothing is found out from its words. `number` as in Block.
    void begin_known(Block block, std::string_view speaker);

    // Appends UTF-8 text as it stands in the file from `file_offset` on.
    void append(std::string_view text, std::size_t file_offset = no_offset);

    // A call for a note at this place; the note itself may come later.
    void mark(std::string_view label);

    // Raised text: a call for a note if it is a label (or several: "2, 3"), else text like any other ("1st").
    void raised(std::string_view text);

    // The text since `from` (a place returned by position()) is marked up as a reference by the source.
    std::size_t position() const { return document_.text.size(); }

    // Whether the paragraph or note that is read has text already.
    bool has_text() const { return document_.text.size() > begin_; }
    void reference(std::size_t from, std::string_view href);

    void end();

    // A note with its label; its text as a paragraph of its own.
    void begin_note(std::string_view label);

    // A note in the middle of a paragraph, which goes on after it. `place`: its place among all notes, where
    // that is known.
    void start_inline_note(std::string_view label, std::size_t place = 0);
    void end_inline_note();

    // A draft that is recommended to another body begins or ends here.
    void begin_draft();
    void end_draft();

    Metadata& metadata() { return document_.metadata; }

    // The document, with notes at the end and marks bound to them.
    Document finish();

    // Whether a paragraph that is only this opens an annex or a part: "Annex", "APPENDIX II", "IV", "A".
    static bool opens_division(std::string_view text);

private:
    struct Numbering {
        int recitals = 0;
        int operatives = 0;             // unnumbered ones
        std::string part;               // "A." or "II."
        std::string annex;              // "annexI"
        std::string article;            // "art_6"
        std::vector<std::string> path;  // the numbers of the paragraph before
        int speaker = -1;
        bool has_formula = false;
        bool in_operative = false;
        bool draft = false;
        bool lists_in_recital = false;  // the recital before ends with a colon
        bool closed = false;            // the closing lines have come
        bool statement = false;         // of a president: every paragraph begins with the body
    };
    struct Note {
        std::string label;
        std::string text;
        std::vector<OriginRun> origins;
        std::vector<SourceReference> references;
        std::size_t place = 0;  // among all notes; 0: as it was read
    };

    std::string_view paragraph() const;
    std::span<const OriginRun> origins_from(std::size_t offset) const;
    std::size_t references_before_paragraph() const;
    void give_paragraph_to(Note& note) const;
    void drop_paragraph();
    void classify();
    std::size_t title_start(std::string_view text) const;
    bool take_foreign(std::string_view text);
    void forget_page_before();
    void forget_recitals_before_formula();
    static bool is_letter_part(std::string_view part);
    int speaker_named(std::string_view name);
    void start_speech(std::string_view name);
    static bool is_annex_word(std::string_view text);
    static bool is_part_label(std::string_view text);
    bool is_title_of_part(std::string_view text) const;
    static bool is_closing_line(std::string_view text);
    void enter_number(const std::string& label);
    int first_speaker() const;
    struct RemovedMark {
        std::size_t at, length;
        std::string label;
    };
    std::vector<std::pair<std::size_t, std::size_t>> stray_marks() const;
    void remove_marks_from_text(std::vector<RemovedMark> removed);
    bool classify_front_matter(std::string_view text);
    bool classify_division(std::string_view text);
    bool take_note(std::string_view text);
    void split_run_on_notes();
    bool take_continuation(std::string_view text);
    bool take_formula(std::string_view text);
    bool take_statement(std::string_view text);
    void take_printed_number();
    void number_paragraph();
    void number_annex_paragraph();
    void push(Role role, std::string location);
    std::string prefix() const;
    std::string printed() const;
    void strip_quotes_and_stars();
    void erase(std::size_t from, std::size_t count);
    void bind_marks();
    void complete_metadata();
    void find_marks_of_notes();
    void find_body_without_formula();
    void drop_last_note();

    Document document_;
    std::string symbol_of_file_;  // as its name says
    Numbering now_;
    std::vector<Numbering> outer_;  // the documents around a draft
    std::vector<Note> notes_;
    Hint hint_ = Hint::plain;
    std::vector<std::string> numbers_;  // from the outside in: {"5", "b", "ii"}
    std::size_t begin_ = 0;
    std::size_t outer_begin_ = 0;  // of the paragraph around an inline note
    std::size_t first_mark_ = 0;
    bool open_ = false;
    std::optional<Block> known_;  // the open paragraph, when all of it is known
    bool has_known_ = false;      // nothing has to be found out of the document as a whole
    bool note_open_ = false;
    bool title_found_ = false;
    std::vector<std::size_t> note_read_at_;  // how far the text had come when a note was read
    bool awaits_draft_ = false;              // "the following draft resolution:" has been said
    bool ends_quote_ = false;                // the paragraph closes the draft's quotation marks
    bool foreign_ = false;                   // another resolution printed on the same page
    bool quoted_draft_ = false;              // drafts of plain text, by their quotation marks
};

// "A/RES/78/135", "S/RES/491(1981)", "E/RES/2003/20" from how documents print their own symbol or number
// ("A/RES/S-20/2*", "Resolution 491 (1981)", "ECOSOC Resolution 2003/20") or how files are named
// ("S_RES_0491_1981_EN_GOLD.txt"). "" if there is none.
std::string own_symbol(std::string_view line);
std::string symbol_of_file_name(std::string_view file);

// "15 November 2000" -> "2000-11-15"; "" if the text holds no day.
std::string first_date(std::string_view text);

}  // namespace resograph
