#include "audit/ring.hpp"

#include <system_error>

namespace motaudit {

Ring::Ring(unsigned threads, const std::function<std::function<void(Batch&)>()>& worker) : slots_(2 * threads + 2) {
    threads_.reserve(threads);
    for (unsigned i = 0; i < threads; ++i) {
        try {
            threads_.emplace_back([this, work = worker()] { run(work); });
        } catch (const std::system_error&) { // the machine gives no more: fewer will do
            if (threads_.empty()) throw;
            break;
        }
    }
}

// Work that nobody has begun is dropped.
Ring::~Ring() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    to_work_.notify_all();
    for (auto& thread : threads_) thread.join();
}

void Ring::submit() {
    bytes_ += next().bytes.size();
    ++filled_;
    {
        const std::lock_guard lock(mutex_);
        ++submitted_;
    }
    to_work_.notify_one();
}

Batch& Ring::wait() {
    auto& oldest = slots_[set_down_ % slots_.size()];
    std::unique_lock lock(mutex_);
    worked_.wait(lock, [&] { return oldest.done; });
    return oldest;
}

Batch* Ring::if_done() {
    if (is_empty()) return nullptr;
    auto& oldest = slots_[set_down_ % slots_.size()];
    const std::lock_guard lock(mutex_);
    return oldest.done ? &oldest : nullptr;
}

void Ring::release() {
    bytes_ -= slots_[set_down_ % slots_.size()].bytes.size();
    ++set_down_;
}

void Ring::run(const std::function<void(Batch&)>& work) {
    std::unique_lock lock(mutex_);
    while (true) {
        to_work_.wait(lock, [&] { return closed_ || taken_ < submitted_; });
        if (closed_) return;
        auto& batch = slots_[taken_ % slots_.size()];
        ++taken_;
        lock.unlock();
        try {
            work(batch);
        } catch (...) {
            batch.broken = std::current_exception();
        }
        lock.lock();
        batch.done = true;
        worked_.notify_one();
    }
}

} // namespace motaudit
