#include "pipeline/base/uuid.h"

#include <gtest/gtest.h>

namespace sohoa {
namespace {

TEST(Uuid, IsThatOfTheRfcsExample) {
  // RFC 9562, appendix B.2.
  EXPECT_EQ(name_based_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"),
            "5c146b14-3c52-8afd-938a-375d0df1fbf6");
}

TEST(Uuid, OfAnotherNameIsAnother) {
  EXPECT_NE(name_based_uuid(kSohoaNamespace, "a"), name_based_uuid(kSohoaNamespace, "b"));
  EXPECT_EQ(upper_case_uuid("5c146b14-3c52-8afd-938a-375d0df1fbf6"),
            "5C146B14-3C52-8AFD-938A-375D0DF1FBF6");
}

}  // namespace
}  // namespace sohoa
