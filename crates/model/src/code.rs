//! Enumerations whose values are stable codes: the same word in code, column, address, translation key and JSON.
//!
//! Refuses to say a code in words; `render` does, under `<noun>-<code>`.

/// Declares an enumeration of codes with `ALL`, `code`, `parse`, `Display` and serde by code.
///
/// ```
/// model::codes! {
///     /// How a thing was found.
///     pub enum Found { /** By chance. */ Random = "random", /** By a dog. */ Dog = "dog" }
/// }
/// assert_eq!(Found::parse("dog"), Some(Found::Dog));
/// assert_eq!(Found::Dog.code(), "dog");
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// All values, in the order in which they are offered.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// The value of a code; `None` for a word that is not one.
            pub fn parse(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$variant),)+ _ => None }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> ::std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> ::std::result::Result<Self, D::Error> {
                let code = <::std::borrow::Cow<'de, str> as ::serde::Deserialize>::deserialize(from)?;
                $name::parse(&code).ok_or_else(|| ::serde::de::Error::unknown_variant(&code, &[$($code),+]))
            }
        }
    };
}
