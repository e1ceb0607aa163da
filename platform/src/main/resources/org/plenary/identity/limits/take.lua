-- A bucket that fills evenly, as the moment at which it is full again (the generic cell rate algorithm): one number for each key.
-- KEYS[1] the bucket; ARGV: how many it holds, microseconds in which it fills, how many are wanted.
-- Answers how many were taken, how many are left, and microseconds until it is full; or, when all are gone, until there is one.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local capacity = tonumber(ARGV[1])
local period = tonumber(ARGV[2])
local each = period / capacity
local full = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local there = math.floor((now + period - full) / each + 0.000001)
if there < 1 then
    return { 0, 0, math.ceil(full + each - period - now) }
end
local taken = math.min(there, tonumber(ARGV[3]))
full = math.ceil(full + taken * each)
redis.call('SET', KEYS[1], string.format('%.0f', full), 'PX', math.ceil((full - now) / 1000))
return { taken, there - taken, full - now }
