/** Where organizers want to be told, of what, and the secrets that prove it is us. */
@NullMarked
package org.plenary.webhooks.endpoint;

import org.jspecify.annotations.NullMarked;
