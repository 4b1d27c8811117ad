// Work on a sequence with several threads, results in the order of the sequence.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace resograph {

// The state that the threads of in_order() share. Item number n has the slot n % slots.size().
template <typename Result>
struct Reassembly {
    struct Slot {
        std::optional<Result> result;
        std::exception_ptr failure;
        bool ready() const { return result.has_value() || failure; }
    };

    explicit Reassembly(std::size_t window) : slots(window) {}

    Slot& slot(std::size_t number) { return slots[number % slots.size()]; }
    bool may_start() const { return stopped || exhausted || started < consumed + slots.size(); }
    bool may_consume() { return slot(consumed).ready() || (exhausted && consumed == started); }

    std::mutex mutex;
    std::condition_variable changed;
    std::vector<Slot> slots;
    std::size_t started = 0;
    std::size_t consumed = 0;
    bool exhausted = false;
    bool stopped = false;
};

// One thread's share: the next item that fits in the window, until there are none.
template <typename Result, typename Next, typename Work>
void work_on_items(Reassembly<Result>& shared, Next& next, Work& work) {
    std::unique_lock lock(shared.mutex);
    for (;;) {
        shared.changed.wait(lock, [&] { return shared.may_start(); });
        if (shared.stopped || shared.exhausted) return;
        const auto number = shared.started;
        typename Reassembly<Result>::Slot outcome;
        try {
            auto item = next();
            if (!item) {
                shared.exhausted = true;
                shared.changed.notify_all();
                return;
            }
            ++shared.started;
            lock.unlock();
            outcome.result.emplace(work(std::move(*item)));
        } catch (...) {
            outcome.failure = std::current_exception();
        }
        if (!lock.owns_lock()) {
            lock.lock();
        } else {
            ++shared.started;  // next() itself failed: its place in the sequence reports it
            shared.exhausted = true;
        }
        shared.slot(number) = std::move(outcome);
        shared.changed.notify_all();
    }
}

template <typename Result, typename Consume>
void consume_in_order(Reassembly<Result>& shared, Consume& consume) {
    std::unique_lock lock(shared.mutex);
    for (;;) {
        shared.changed.wait(lock, [&] { return shared.may_consume(); });
        auto& slot = shared.slot(shared.consumed);
        if (!slot.ready()) return;
        auto outcome = std::exchange(slot, {});
        ++shared.consumed;
        shared.changed.notify_all();
        lock.unlock();
        if (outcome.failure) std::rethrow_exception(outcome.failure);
        consume(std::move(*outcome.result));
        lock.lock();
    }
}

// next() gives an optional item and is called by one thread at a time; work(item) runs on `jobs` threads;
// consume(result) runs on the calling thread, in the order of next(). At most four results a thread wait
// for their turn, so memory does not grow with the number of items. What any of the three throws reaches the
// caller.
template <typename Next, typename Work, typename Consume>
void in_order(unsigned jobs, Next next, Work work, Consume consume) {
    using Item = typename std::invoke_result_t<Next&>::value_type;
    using Result = std::invoke_result_t<Work&, Item&&>;
    if (jobs <= 1) {
        while (auto item = next()) consume(work(std::move(*item)));
        return;
    }
    Reassembly<Result> shared(std::size_t{4} * jobs);
    std::vector<std::jthread> threads;
    const auto stop = [&] {
        const std::lock_guard lock(shared.mutex);
        shared.stopped = true;
        shared.changed.notify_all();
    };
    try {
        for (unsigned n = 0; n < jobs; ++n) threads.emplace_back([&] { work_on_items(shared, next, work); });
        consume_in_order(shared, consume);
    } catch (...) {
        stop();
        throw;
    }
}

}  // namespace resograph
