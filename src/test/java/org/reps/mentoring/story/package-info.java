/**
 * The words in which tests tell what people do: who acts, and the verbs they have. A story spelled in them can be told
 * through the engine's services, over HTTP to the packaged jar, and in a browser.
 */
package org.reps.mentoring.story;
