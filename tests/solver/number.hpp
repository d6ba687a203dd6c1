// An independent oracle: bounded numbers as z3 sees them. All that is ever asked of one is whether it is at least so much.
#pragma once

#include <z3++.h>

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace redline_solver {

/// How a number is told to z3. `booleans`: one proposition "at least k" for each k that is asked of, in order.
enum class style : std::uint8_t { booleans, integers, bit_vectors };

/// Conjunction, disjunction and negation that leave out constants, so that formulas hold only what matters.
inline z3::expr conjunction(z3::expr const& a, z3::expr const& b)
{
    if (a.is_true() || b.is_false()) return b;
    if (b.is_true() || a.is_false()) return a;
    return z3::eq(a, b) ? a : a && b;
}
inline z3::expr disjunction(z3::expr const& a, z3::expr const& b)
{
    if (a.is_false() || b.is_true()) return b;
    if (b.is_false() || a.is_true()) return a;
    return z3::eq(a, b) ? a : a || b;
}
inline z3::expr negation(z3::expr const& a)
{
    if (a.is_true()) return a.ctx().bool_val(false);
    return a.is_false() ? a.ctx().bool_val(true) : !a;
}

/// An unknown number from `least` to `most`, both included; a constant where they are the same.
class number {
public:
    number(z3::context& context, std::string name, std::uint64_t least, std::uint64_t most, style how)
        : context_{&context}, name_{std::move(name)}, least_{least}, most_{most},
          style_{most - least == 1 ? style::booleans : how}, whole_{context}
    {
        if (style_ == style::integers) whole_ = context.int_const(name_.c_str());
        if (style_ == style::bit_vectors) {
            unsigned width = 1;
            while (width < 64 && most_ >> width != 0) ++width;
            whole_ = context.bv_const(name_.c_str(), width);
        }
    }

    std::string const& name() const { return name_; }
    std::uint64_t least() const { return least_; }
    std::uint64_t most() const { return most_; }
    /// What the number was compared with, each with the proposition that it is at least that.
    std::map<std::uint64_t, z3::expr> const& thresholds() const { return at_least_; }

    z3::expr at_least(std::uint64_t k)
    {
        if (k <= least_ || k > most_) return context_->bool_val(k <= least_);
        auto const found = at_least_.find(k);
        return found != at_least_.end() ? found->second : at_least_.emplace(k, proposition(k)).first->second;
    }
    z3::expr equals(std::uint64_t k) { return within(k, k); }
    /// Whether the number lies from `first` to `last`, both included.
    z3::expr within(std::uint64_t first, std::uint64_t last)
    {
        if (last >= most_) return at_least(first);
        return conjunction(at_least(first), negation(at_least(last + 1)));
    }

    /// What holds of the number whatever it is; to be asked for once all formulas are made.
    void axioms(std::vector<z3::expr>& to) const
    {
        if (style_ == style::booleans) {
            for (auto below = at_least_.begin(); below != at_least_.end(); ++below) {
                auto const above = std::next(below);
                if (above != at_least_.end()) to.push_back(z3::implies(above->second, below->second));
            }
            return;
        }
        if (at_least_.empty()) return;
        to.push_back(compared(least_));
        if (most_ != ~std::uint64_t{0} || style_ == style::integers) to.push_back(not_over(most_));
    }
    /// The number in a model: of the many that mean the same, the least.
    std::uint64_t value(z3::model const& model) const
    {
        std::uint64_t found = least_;
        for (auto const& [k, holds] : at_least_)
            if (model.eval(holds, true).is_true()) found = k;
        return found;
    }
    /// Gives the number a value in a model that is being made.
    void fix(z3::model& model, std::uint64_t value) const
    {
        if (value < least_ || value > most_) throw std::logic_error{name_ + " is out of bounds"};
        if (style_ == style::booleans) {
            for (auto const& [k, holds] : at_least_) {
                z3::expr interpretation = context_->bool_val(value >= k);
                z3::func_decl declaration = holds.decl();
                model.add_const_interp(declaration, interpretation);
            }
            return;
        }
        z3::expr interpretation = constant(value);
        z3::func_decl declaration = whole_.decl();
        model.add_const_interp(declaration, interpretation);
    }

private:
    z3::expr constant(std::uint64_t k) const
    {
        return style_ == style::integers ? context_->int_val(k) : context_->bv_val(k, whole_.get_sort().bv_size());
    }
    z3::expr compared(std::uint64_t k) const
    {
        return style_ == style::integers ? whole_ >= constant(k) : z3::uge(whole_, constant(k));
    }
    z3::expr not_over(std::uint64_t k) const
    {
        return style_ == style::integers ? whole_ <= constant(k) : z3::ule(whole_, constant(k));
    }
    z3::expr proposition(std::uint64_t k) const
    {
        if (style_ != style::booleans) return compared(k);
        return context_->bool_const((name_ + " >= " + std::to_string(k)).c_str());
    }

    z3::context* context_;
    std::string name_;
    std::uint64_t least_, most_;
    style style_;
    z3::expr whole_;
    std::map<std::uint64_t, z3::expr> at_least_;
};

}  // namespace redline_solver
