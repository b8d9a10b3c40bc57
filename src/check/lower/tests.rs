mod bad_input;
mod diagnostics;
mod forms;
mod imports;
mod literate;
mod parts;
