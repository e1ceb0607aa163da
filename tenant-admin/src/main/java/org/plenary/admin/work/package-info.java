/** Long work for one tenant, beside all requests: shown while it goes on, stopped when somebody wants, taken up again after a crash. */
@NullMarked
package org.plenary.admin.work;

import org.jspecify.annotations.NullMarked;
