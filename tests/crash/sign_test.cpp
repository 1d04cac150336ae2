#include "pipeline/package/sign/sign.h"

#include "pipeline/deliver/delivery.h"
#include "pipeline/package/sign/verify_signatures.h"
#include "pipeline/package/sign_record/record_signatures.h"
#include "pipeline/package/sign_record/sign_record.h"
#include "pipeline/package/verify.h"
#include "tests/crash/duress.h"
#include "tests/package/package_specimen.h"
#include "tests/package/sign/authority.h"
#include "tests/package/sign/sample_pdf.h"

namespace sohoa {
namespace {

class SigningUnderDuress : public test::Duress {
 protected:
  void SetUp() override {
    test::write_sample(pdf());
    test::build_specimen_package(record());
    // Other programs that look at the page would be traced, too.
    settings_.appearance = Appearance::kInvisible;
    settings_.name = "Nguyễn Thị Ẩn";
    settings_.time = test::kSigningTime;
  }

  std::filesystem::path pdf() const { return inputs_.path() / "in.pdf"; }
  std::filesystem::path record() const { return inputs_.path() / "record.zip"; }

  void deliver_pdf() { sign_pdf(pdf(), target(), settings_, *signer_); }
  void deliver_record() {
    Delivery delivery(target());
    sign_record(record(), delivery.path(), {settings_, {}, delivery.work_folder()}, *signer_);
    delivery.commit();
  }
  bool is_signed(const SignatureReport& report) const {
    return report.signatures.size() == 1 && report.signatures[0].intact;
  }

 private:
  TemporaryFolder inputs_;
  test::Authority authority_{inputs_.path()};
  std::unique_ptr<Signer> signer_ = authority_.signer({"Test signer"});
  SignSettings settings_;
};

TEST_F(SigningUnderDuress, KilledLeavesNoPdfOrASignedOne) {
  expect_killed_leaves_nothing_half([&] { deliver_pdf(); },
                                    [&] { return is_signed(verify_signatures(target(), {})); });
}

TEST_F(SigningUnderDuress, KilledLeavesNoRecordOrASignedOne) {
  expect_killed_leaves_nothing_half([&] { deliver_record(); },
                                    [&] {
                                      return verify_package(target()).empty() &&
                                             is_signed(verify_record_signatures(target(), {})[1]);
                                    });
}

TEST_F(SigningUnderDuress, FullDiskFailsWithTheOutputCodeAndLeavesNothing) {
  expect_full_disk_is_told([&] { deliver_pdf(); });
  expect_full_disk_is_told([&] { deliver_record(); });
}

}  // namespace
}  // namespace sohoa
