/** What the organization has with the platform itself: its plan and its use of it. */
@NullMarked
package org.plenary.billing.subscription;

import org.jspecify.annotations.NullMarked;
