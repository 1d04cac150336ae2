#include "models/record/json.h"
