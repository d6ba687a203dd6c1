// An amendment that was written, or why there is none.
#pragma once

#include "../load.hpp"
#include "findings.hpp"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace redline::inline v0_1 {

/// The amendment that leads from one contract to another, or why there is none. Owns all that its views point to.
class written_amendment {
public:
    /// Whether there is an amendment; where not, `diagnostics` says why.
    bool ok() const noexcept { return parts_ && parts_->diagnostics.empty(); }
    explicit operator bool() const noexcept { return ok(); }
    /// The amendment's text, in plain format; empty unless `ok`.
    std::string_view text() const noexcept { return ok() ? std::string_view{parts_->text} : std::string_view{}; }
    /// Whether applying it gives the very tokens of the contract after it, and so its digest. Where not, what has no
    /// meaning differs: declarations or scenarios stand in another order.
    bool exact() const noexcept { return ok() && parts_->exact; }
    /// What is wrong with the two contracts, or what differs and no amendment can say. Document 0 is the contract before,
    /// 1 the one after.
    array_view<amended_diagnostic> diagnostics() const noexcept
    {
        if (!parts_) return {&no_memory_, 1};
        return {parts_->diagnostics.data(), static_cast<std::uint32_t>(parts_->diagnostics.size())};
    }

    /// The texts that a contract was read from: 0 is the one before, 1 the one after.
    array_view<contract_source> sources(std::uint32_t document) const noexcept
    {
        if (!parts_ || document >= parts_->loaded.size()) return {};
        return parts_->loaded[document].sources();
    }

private:
    struct parts {
        text::amend::document documents[2];
        std::deque<loaded_contract> loaded;
        std::vector<amended_diagnostic> diagnostics;
        std::string text;
        bool exact = false;
    };

    template <class Engine>
    friend class amendment_writer;
    friend written_amendment write_amendment(std::string_view, load_options const&, std::string_view,
                                             load_options const&) noexcept;

    written_amendment() : parts_{std::make_unique<parts>()} {}
    explicit written_amendment(std::nullptr_t) noexcept {}

    static constexpr amended_diagnostic no_memory_ = amended_without_memory();

    std::unique_ptr<parts> parts_;  // null where there was no memory
};

}  // namespace redline::inline v0_1
