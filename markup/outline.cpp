#include "markup/outline.hpp"

#include <algorithm>
#include <string_view>

namespace resograph {

namespace {

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return parts;
}

bool is_upper_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "op5.b.ii" and "annexI.art_6.para_5.b" -> {"5", "b", …}; empty when the place has no number.
std::vector<std::string> path_of(const Block& block) {
    if (block.role != Role::operative && block.role != Role::annex) return {};
    std::vector<std::string> path;
    for (auto& part : split(block.location, '.')) {
        const std::string_view view(part);
        const bool outer = path.empty() && (view.starts_with("annex") || view.starts_with("appendix") ||
                                            view.starts_with("art_") || is_upper_word(view));
        if (outer) continue;
        for (const std::string_view unit : {"op", "para_"}) {
            if (path.empty() && view.starts_with(unit)) {
                part.erase(0, unit.size());
                break;
            }
        }
        path.push_back(std::move(part));
    }
    return path;
}

std::string_view annex_of(const Block& block) {
    const std::string_view location = block.location;
    return location.starts_with("annex") ? location.substr(0, location.find('.')) : std::string_view{};
}

std::vector<Range> annexes_of(const std::vector<Block>& blocks, std::size_t first, std::size_t end) {
    auto begin = end;
    while (begin > first && !annex_of(blocks[begin - 1]).empty() && !blocks[begin - 1].draft) --begin;
    while (begin < end && blocks[begin].role != Role::heading) ++begin;
    std::vector<Range> annexes;
    for (auto i = begin; i < end; ++i) {
        const bool next = blocks[i].role == Role::heading &&
                          (annexes.empty() || annex_of(blocks[annexes.back().begin]) != annex_of(blocks[i]));
        if (next) annexes.push_back({i, i});
        annexes.back().end = i + 1;
    }
    return annexes;
}

class TreeBuilder {
public:
    explicit TreeBuilder(const Document& document) : document_(document) {}

    void add(std::size_t index) {
        const auto& block = document_.blocks[index];
        const auto path = path_of(block);
        const auto printed = split(block.number, ' ');
        const auto first_printed = path.size() - std::min(printed.size(), path.size());
        std::size_t same = 0;
        while (same < std::min(path.size(), depth_) && at(same).label == path[same] && at(same).after.empty())
            ++same;
        same = std::min(same, first_printed);
        for (auto level = same; level < path.size(); ++level) {
            auto& siblings = level == 0 ? roots_ : at(level - 1).points;
            siblings.emplace_back();
            siblings.back().label = path[level];
            if (level >= first_printed) siblings.back().number = printed[level - first_printed];
        }
        depth_ = path.size();
        add_content({{index, index + 1}, false});
    }

    void add_draft(Range blocks) { add_content({blocks, true}); }

    std::vector<Paragraph> take() { return std::move(roots_); }

private:
    // Paragraphs are added at the end: the open one of a level is the last.
    Paragraph& at(std::size_t level) {
        auto* paragraph = &roots_.back();
        for (; level > 0; --level) paragraph = &paragraph->points.back();
        return *paragraph;
    }

    void add_content(Content content) {
        auto& paragraph = at(depth_ - 1);
        (paragraph.points.empty() ? paragraph.before : paragraph.after).push_back(content);
    }

    const Document& document_;
    std::vector<Paragraph> roots_;
    std::size_t depth_ = 0;
};

}  // namespace

Outline outline_of(const Document& document) {
    const auto& blocks = document.blocks;
    Outline outline;
    outline.first_note = blocks.size();
    while (outline.first_note > 0 && blocks[outline.first_note - 1].role == Role::note) --outline.first_note;
    outline.last = outline.first_note > 0 ? outline.first_note - 1 : 0;
    std::size_t i = 0;
    const auto run = [&](Role one, Role other) {
        const auto begin = i;
        while (i < outline.first_note && (blocks[i].role == one || blocks[i].role == other) &&
               !blocks[i].draft)
            ++i;
        return Range{begin, i};
    };
    outline.preface = run(Role::masthead, Role::title);
    outline.preamble = run(Role::formula, Role::preambular);
    outline.annexes = annexes_of(blocks, i, outline.first_note);
    const auto end = outline.annexes.empty() ? outline.first_note : outline.annexes.front().begin;
    auto closing = end;
    while (closing > i && blocks[closing - 1].role == Role::closing && !blocks[closing - 1].draft) --closing;
    outline.body = {i, closing};
    outline.conclusions = {closing, end};
    return outline;
}

std::size_t draft_run(const Document& document, std::size_t begin, std::size_t end) {
    auto i = begin;
    while (i < end && document.blocks[i].draft) ++i;
    return i;
}

std::size_t numbered_run(const Document& document, std::size_t begin, std::size_t end, bool in_draft) {
    auto i = begin;
    while (i < end) {
        const auto& block = document.blocks[i];
        const bool embedded = block.draft && !in_draft;
        if (embedded ? i == begin : path_of(block).empty()) break;
        i = embedded ? draft_run(document, i, end) : i + 1;
    }
    return i;
}

std::vector<Paragraph> paragraphs_of(const Document& document, Range run, bool in_draft) {
    TreeBuilder tree(document);
    for (auto i = run.begin; i < run.end;) {
        if (document.blocks[i].draft && !in_draft) {
            const auto end = draft_run(document, i, run.end);
            tree.add_draft({i, end});
            i = end;
        } else {
            tree.add(i++);
        }
    }
    return tree.take();
}

}  // namespace resograph
