/** What is to be told, what became of telling it, and the calls themselves. */
@NullMarked
package org.plenary.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
