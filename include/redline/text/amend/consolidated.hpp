// What comes of amendments that are applied: a text and its contract, or what is wrong.
#pragma once

#include "../load.hpp"
#include "consolidate.hpp"

#include <deque>
#include <memory>
#include <optional>
#include <span>

namespace redline::inline v0_1 {

/// One text to apply, and how it is to be read.
struct amendment_text {
    std::string_view text{};
    text_format format = text_format::plain;
};

/// What a contract and its amendments come to: the consolidated text and the contract that it is, or what is wrong.
///
/// Owns all that its views point to; moving it leaves them valid.
class consolidated_contract {
public:
    /// Whether every amendment could be applied, and what came of it is a contract without errors.
    bool ok() const noexcept { return parts_ && parts_->diagnostics.empty(); }
    explicit operator bool() const noexcept { return ok(); }
    /// The consolidated text, in the format of the contract that was amended; empty unless `ok`.
    std::string_view text() const noexcept { return ok() ? std::string_view{parts_->now.text()} : std::string_view{}; }
    /// The contract of that text; it says nothing unless `ok`.
    rule_set const& rules() const noexcept { return parts_ && parts_->loaded ? parts_->loaded->rules() : nothing_; }
    /// Its scenarios and assertions; empty unless `ok`.
    scenario_set const& scenarios() const noexcept
    {
        return ok() && parts_->loaded ? parts_->loaded->scenarios() : no_scenarios_;
    }
    /// The texts that the consolidated contract was read from, as far as it came to that: its own and what it imports.
    array_view<contract_source> sources() const noexcept
    {
        return parts_ && parts_->loaded ? parts_->loaded->sources() : array_view<contract_source>{};
    }
    /// What is wrong, of the contract first and then of each amendment in their order, each in the order of its text.
    array_view<amended_diagnostic> diagnostics() const noexcept
    {
        if (!parts_) return {&no_memory_, 1};
        return {parts_->diagnostics.data(), static_cast<std::uint32_t>(parts_->diagnostics.size())};
    }

private:
    struct parts {
        std::deque<text::amend::document> documents;  // as they were given: 0 is the contract
        std::deque<text::amend::document> versions;   // the last that an amendment made and another amends
        text::amend::pieced_text now;
        text::amend::struck_names struck;
        std::vector<amended_diagnostic> diagnostics;
        std::optional<loaded_contract> loaded;
    };

    template <class Engine>
    friend class amendment_applier;
    friend consolidated_contract apply_amendments(std::string_view, load_options const&,
                                                  std::span<amendment_text const>) noexcept;
    friend consolidated_contract check_amendment(std::string_view, text_format) noexcept;

    consolidated_contract() : parts_{std::make_unique<parts>()} {}
    explicit consolidated_contract(std::nullptr_t) noexcept {}

    static constexpr rule_set nothing_{};
    static constexpr scenario_set no_scenarios_{};
    static constexpr amended_diagnostic no_memory_ = amended_without_memory();

    std::unique_ptr<parts> parts_;  // null where there was no memory
};

}  // namespace redline::inline v0_1
