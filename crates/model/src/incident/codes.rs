//! The coded fields of an incident, in the words of the field.
//!
//! Refuses free text: what no code fits goes into the text beside it.

crate::codes! {
    /// Seizure or relative.
    pub enum IncidentKind {
        /// Something was seized.
        Seizure = "seizure",
        /// A consignment looked wrong.
        SuspiciousConsignment = "suspicious-consignment",
        /// A consignment was stopped.
        StoppedConsignment = "stopped-consignment",
        /// A clandestine laboratory was found.
        ClandestineLaboratory = "clandestine-laboratory",
        /// An offer on the internet.
        OnlineOffer = "online-offer",
        /// Somebody came to harm.
        AdverseEvent = "adverse-event",
    }
}

crate::codes! {
    /// How exactly a time is known.
    pub enum Precision {
        /// To the minute.
        Minute = "minute",
        /// To the day.
        Day = "day",
        /// To the month.
        Month = "month",
        /// To the year.
        Year = "year",
    }
}

crate::codes! {
    /// What kind of place.
    pub enum Setting {
        /// Border crossing.
        Border = "border",
        /// Airport.
        Airport = "airport",
        /// Seaport.
        Seaport = "seaport",
        /// Railway.
        Rail = "rail",
        /// Road.
        Road = "road",
        /// Post or courier.
        Post = "post",
        /// Inland, elsewhere.
        Inland = "inland",
        /// Premises.
        Premises = "premises",
        /// Online.
        Online = "online",
        /// Not said.
        Unknown = "unknown",
    }
}

crate::codes! {
    /// How it was found.
    pub enum Detection {
        /// Risk profile.
        RiskProfile = "risk-profile",
        /// Intelligence.
        Intelligence = "intelligence",
        /// Controlled delivery.
        ControlledDelivery = "controlled-delivery",
        /// Routine check.
        Routine = "routine",
        /// Random check.
        Random = "random",
        /// Dog.
        Dog = "dog",
        /// Scanner.
        Scanner = "scanner",
        /// Field test.
        FieldTest = "field-test",
        /// Laboratory.
        Laboratory = "laboratory",
        /// Online monitoring.
        OnlineMonitoring = "online-monitoring",
        /// Another way.
        Other = "other",
    }
}

crate::codes! {
    /// What carried it.
    pub enum Conveyance {
        /// Car.
        Car = "car",
        /// Lorry.
        Lorry = "lorry",
        /// Bus.
        Bus = "bus",
        /// Train.
        Train = "train",
        /// Aircraft.
        Aircraft = "aircraft",
        /// Ship.
        Ship = "ship",
        /// Parcel or letter.
        Parcel = "parcel",
        /// On foot.
        Foot = "foot",
        /// Animal.
        Animal = "animal",
        /// Drone.
        Drone = "drone",
        /// Another one.
        Other = "other",
    }
}

crate::codes! {
    /// How it was hidden.
    pub enum Concealment {
        /// Not hidden.
        Open = "open",
        /// In baggage.
        Baggage = "baggage",
        /// On the body or in clothes.
        Body = "body",
        /// Inside the body.
        Swallowed = "swallowed",
        /// In a vehicle.
        Vehicle = "vehicle",
        /// In cargo.
        Cargo = "cargo",
        /// In a parcel or letter.
        Parcel = "parcel",
        /// In a building.
        Building = "building",
        /// In the ground or a cache.
        Cache = "cache",
        /// Dissolved or soaked into something.
        Dissolved = "dissolved",
        /// Another way.
        Other = "other",
    }
}

crate::codes! {
    /// A leg's part in the route.
    pub enum LegRole {
        /// Where it was made.
        Origin = "origin",
        /// Where it left.
        Departure = "departure",
        /// Where it passed.
        Transit = "transit",
        /// Where it arrived.
        Destination = "destination",
        /// Where it was meant to arrive.
        IntendedDestination = "intended-destination",
    }
}

crate::codes! {
    /// How sure a statement is.
    pub enum Confidence {
        /// Documents or admission.
        Confirmed = "confirmed",
        /// Likely.
        Probable = "probable",
        /// Possible.
        Possible = "possible",
    }
}

crate::codes! {
    /// What happened to persons.
    pub enum PersonStatus {
        /// Detained.
        Detained = "detained",
        /// Charged.
        Charged = "charged",
        /// Wanted.
        Wanted = "wanted",
        /// Victim: poisoned, hospitalised.
        Harmed = "harmed",
        /// Died.
        Died = "died",
        /// Witness or other.
        Other = "other",
    }
}

crate::codes! {
    /// Sex band of a count.
    pub enum SexBand {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
        /// Not said.
        Unknown = "unknown",
    }
}

crate::codes! {
    /// Age band of a count.
    pub enum AgeBand {
        /// Under 18 years.
        Under18 = "under-18",
        /// 18 to 24.
        From18 = "18-24",
        /// 25 to 39.
        From25 = "25-39",
        /// 40 to 59.
        From40 = "40-59",
        /// 60 and more.
        From60 = "60-plus",
        /// Not said.
        Unknown = "unknown",
    }
}

crate::codes! {
    /// Something found with it.
    pub enum RelatedKind {
        /// Cash.
        Cash = "cash",
        /// Firearms.
        Firearm = "firearm",
        /// Vehicles.
        Vehicle = "vehicle",
        /// Equipment.
        Equipment = "equipment",
        /// Websites or channels.
        Website = "website",
        /// Groups exposed.
        Group = "group",
        /// Anything else.
        Other = "other",
    }
}

crate::codes! {
    /// How far a substance is known.
    pub enum SubstanceStatus {
        /// By sight or field test.
        Provisional = "provisional",
        /// By a laboratory.
        Confirmed = "confirmed",
    }
}

crate::codes! {
    /// Physical form.
    pub enum PhysicalForm {
        /// Powder.
        Powder = "powder",
        /// Crystals.
        Crystals = "crystals",
        /// Tablets.
        Tablets = "tablets",
        /// Capsules.
        Capsules = "capsules",
        /// Liquid.
        Liquid = "liquid",
        /// Blotters.
        Blotters = "blotters",
        /// Plant material.
        PlantMaterial = "plant-material",
        /// Plant material soaked or sprayed.
        SprayedPlant = "sprayed-plant",
        /// Resin.
        Resin = "resin",
        /// Paste.
        Paste = "paste",
        /// Cartridge or e-liquid.
        ELiquid = "e-liquid",
        /// Another one, or not said.
        Other = "other",
    }
}

crate::codes! {
    /// Base or salt.
    pub enum SaltForm {
        /// The base.
        Base = "base",
        /// A salt.
        Salt = "salt",
        /// Not said.
        Unknown = "unknown",
    }
}
