/** What is owed to the organization: open items by age, reminders of what is overdue, and what is written off. */
@NullMarked
package org.plenary.billing.dues;

import org.jspecify.annotations.NullMarked;
