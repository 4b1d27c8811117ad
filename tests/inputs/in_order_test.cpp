#include "inputs/in_order.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>

using namespace resograph;

namespace {

struct Counting {
    int last;
    int current = 0;
    std::optional<int> operator()() { return current < last ? std::optional(current++) : std::nullopt; }
};

// Early items take longest, so that they would come out last without reassembly.
int slow_square(int n) {
    if (n % 7 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return n * n;
}

}  // namespace

TEST_CASE("Results come in the order of the items, whatever the number of threads", "[inputs]") {
    const auto jobs = GENERATE(1u, 2u, 3u, 8u);
    CAPTURE(jobs);
    std::vector<int> results;

    in_order(jobs, Counting{200}, slow_square, [&](int result) { results.push_back(result); });

    REQUIRE(results.size() == 200);
    for (int n = 0; n < 200; ++n) CHECK(results[static_cast<std::size_t>(n)] == n * n);
}

TEST_CASE("A slow consumer holds the threads back", "[inputs]") {
    std::atomic<int> worked = 0;
    int consumed = 0;
    int furthest = 0;

    in_order(
        2, Counting{300}, [&](int n) { return ++worked, n; },
        [&](int) {
            std::this_thread::sleep_for(std::chrono::microseconds(50));
            furthest = std::max(furthest, worked - ++consumed);
        });

    CHECK(consumed == 300);
    CHECK(furthest <= 2 * 4);
}

TEST_CASE("What a step throws reaches the caller after the results before it", "[inputs]") {
    const auto jobs = GENERATE(1u, 3u);
    CAPTURE(jobs);
    int consumed = 0;
    const auto count = [&](int) { ++consumed; };
    const auto fail_at_50 = [](int n) { return n == 50 ? throw std::runtime_error("50") : n; };

    CHECK_THROWS_WITH(in_order(jobs, Counting{100}, fail_at_50, count), "50");
    CHECK(consumed == 50);

    CHECK_THROWS_WITH(in_order(jobs, Counting{100}, slow_square,
                               [](int n) { n == 81 ? throw std::runtime_error("consumer") : 0; }),
                      "consumer");

    const auto failing_next = [n = 0]() mutable -> std::optional<int> {
        return n == 5 ? throw std::runtime_error("next") : std::optional(n++);
    };
    consumed = 0;
    CHECK_THROWS_WITH(in_order(jobs, failing_next, slow_square, count), "next");
    CHECK(consumed == 5);
}
