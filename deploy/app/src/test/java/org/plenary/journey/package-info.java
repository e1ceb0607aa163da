/** The main job as people do it, in a real browser. */
package org.plenary.journey;
