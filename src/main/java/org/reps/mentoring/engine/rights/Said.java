package org.reps.mentoring.engine.rights;

import java.util.stream.Stream;

/** An element of a diagram, whoever has read the file: what it says by attributes and extension properties. */
public interface Said {

    /** What the engine's attributes of this name hold, without those that hold nothing. */
    Stream<String> attribute(String name);

    /** What the extension properties of this name say, without blanks around it. */
    Stream<String> property(String name);
}
