/** How an organization leaves: its data to take along, a time to come back, and then nothing of it stays. */
@NullMarked
package org.plenary.admin.offboarding;

import org.jspecify.annotations.NullMarked;
