"""Collection day: the grid in which a whole evening is typed, by keyboard alone."""
