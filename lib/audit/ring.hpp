#pragma once

#include "audit/batch.hpp"
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace motaudit {

// Batches on their way between one thread that fills them and sets them down again in the same order, and the threads that
// work on them. Who has nothing to do sleeps.
class Ring {
public:
    // Each thread makes its own work function by `worker`.
    Ring(unsigned threads, const std::function<std::function<void(Batch&)>()>& worker);
    ~Ring();
    Ring(const Ring&) = delete;
    Ring& operator=(const Ring&) = delete;

    // Room for one more: not too many batches are under way, nor too many bytes.
    bool has_room() const { return filled_ - set_down_ < slots_.size() && (bytes_ < most_bytes || filled_ == set_down_); }
    bool is_empty() const { return filled_ == set_down_; }

    Batch& next() { return slots_[filled_ % slots_.size()]; } // to fill, then:
    void submit();

    Batch& wait();    // the oldest, as soon as it is worked on; the ring must not be empty
    Batch* if_done(); // the same without waiting; null if it is not
    void release();   // it has been set down

private:
    static constexpr std::size_t most_bytes = 64 * batch_bytes;

    void run(const std::function<void(Batch&)>& work);

    std::vector<Batch> slots_;
    std::size_t filled_ = 0, set_down_ = 0, bytes_ = 0; // of the calling thread alone
    std::mutex mutex_ = {};
    std::condition_variable to_work_ = {}, worked_ = {};
    std::size_t submitted_ = 0, taken_ = 0;
    bool closed_ = false;
    std::vector<std::thread> threads_ = {};
};

} // namespace motaudit
