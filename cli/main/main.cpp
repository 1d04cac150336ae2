#include "cli/commands.h"

int main(int argc, char** argv) { return static_cast<int>(sohoa::run_program(argc, argv)); }
