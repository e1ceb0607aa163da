/** Programs that call the API, and their tokens. */
@NullMarked
package org.plenary.identity.apiclient;

import org.jspecify.annotations.NullMarked;
