// Contract texts of a given length, for what reads text: declarations of uses, and terms about them with conditions.
#pragma once

#include "dice.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace redline_bench {

class text_generator {
public:
    /// A text of `size` bytes, or a statement more.
    std::string of(std::size_t size)
    {
        std::string text = head;
        while (text.size() < size) {
            ++number_;
            text += number_ % 4 == 1 ? uses() : term();
        }
        return text;
    }

private:
    static constexpr char const* head = R"(# A generated contract.
redline 1;
contract "Services of many kinds" version 3 effective from 2026-03-01;
party agency "Contracting agency";
party vendor "Model provider";
role officer of agency;
role counsel of vendor;
role ombuds independent;
authority human_control "Directive 3000.09" as of 2023-01-25;
mission routine;
mission combat sensitive;
fact persons is count;
fact urgent is flag;
fact retention is duration;
fact oversight is level none < on_the_loop < in_the_loop from agency;
fact network is one of open, secret, top_secret;
fact data is any of biometric, location, communications;
safeguard filter "What the model says is looked through";
safeguard kill_switch is level none < manual < automatic;
evidence red_team from vendor valid 180 days;
evidence legal_review from agency;
define guarded as oversight at least on_the_loop or network is open;
section 1 "Baseline";
1 permit all lawful uses;
signoff review { stage desk: any of officer, counsel within 2 days; }
signoff exception { stage only: ombuds within 5 days; valid 90 days; }
section 2 "Terms";
)";

    std::string uses()
    {
        std::string const area = "area_" + std::to_string(number_);
        uses_.insert(uses_.end(), {area, area + ".field", area + ".desk"});
        return "use " + area + ";\nuse " + area + ".field \"A kind of use that the text names\";\nuse " + area +
               ".desk;\n";
    }
    std::string term()
    {
        std::string const use = uses_[random_.below(static_cast<std::uint32_t>(uses_.size()))];
        std::string const start = "2." + std::to_string(number_);
        switch (random_.below(8)) {
        case 0:
            return start + " prohibit " + use + " when persons over " + std::to_string(number_) +
                   " and not urgent unless signed by review\n  because \"Somebody decides on each of these.\";\n";
        case 1:
            return start + " prohibit " + use + " unless guarded\n  citing human_control\n" +
                   "  because \"A person decides on every engagement.\";\n";
        case 2:
            return start + " prohibit " + use +
                   " when data has any of biometric, location and date before 2027-01-01;\n";
        case 3:
            return start + " require red_team within 90 days, filter at least tested for " + use + " when urgent;\n";
        case 4:
            return start + " require legal_review, kill_switch at least manual for " + use +
                   " when mission is sensitive;\n";
        case 5:
            return start + " restrict " + use +
                   " when (oversight is none or persons at least 10_000) and urgent\n  to signed by review or "
                   "red_team;\n";
        case 6:
            return "# What is kept is kept for " + std::to_string(number_) + " days.\n" + start + " prohibit " + use +
                   " when retention over " + std::to_string(number_) + " days and network is not open;\n";
        default:
            return start + " log paused, prohibited, exceptions to ombuds within 3 days keep 7 years for " + use +
                   " when persons over 100;\n";
        }
    }

    dice random_{1};
    std::size_t number_ = 0;
    std::vector<std::string> uses_;
};

}  // namespace redline_bench
