/**
 * Stripe's own types as a check of the card sandbox and of what is sent to it. The schemas are made from the npm package
 * {@code stripe} of exactly the API version in use, by {@code generator/generate.mjs}; their texts are Stripe's, under the
 * licence beside them.
 */
@NullMarked
package org.plenary.embedded.conformance;

import org.jspecify.annotations.NullMarked;
